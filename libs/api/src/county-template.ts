// The texts that a county of one's own begins with, for the command and for the page: small enough to read, complete
// enough to run.

export const COUNTY_SCENARIO = `# A county of your own. It runs as it is: resumption run, and the path of this file.
# Then put your enterprises into enterprises.csv and who buys from whom into links.csv.
# Money is yuan a day at base prices (a normal day before the shutdown). Dates or day numbers, as you like.
resumption: 1
id: county
name: { en: My county, zh: 我的县 }
start: 2020-02-01
days: 60
seed: 1

products:                      # what is made; yuan per tonne loads the roads
  yarn: { yuanPerTonne: 9000 }
  cloth: { yuanPerTonne: 40000 }
  garments: { yuanPerTonne: 80000 }

zones:                         # where enterprises stand; a pair of zones is a corridor
  town: { road: inside, weight: 1 }
  park: { road: inside, weight: 1 }
roads:
  inside: { leadDays: 2, capacity: 1.5 }   # days from consignment to use; carriers' capacity over the base flow

sectors:                       # kinds of enterprises; stage: plants | markets | exporters
  spinning: { stage: plants, product: yarn, finishedDays: 3 }
  weaving: { stage: plants, product: cloth, finishedDays: 3 }
  sewing: { stage: plants, product: garments }

files:                         # final demand (sales outside the county) stands in enterprises.csv
  enterprises: enterprises.csv
  links: links.csv

buying:
  inside: { coverDays: 8, restoreDays: 6 } # stock aimed at, days of use; days in which orders close a gap

# initial:                     # uncomment to start from another state than a normal day
#   cause: shutdown since 23 January
#   stock: { inside: 0.5 }     # share of cover
#   bookDays: { weaving: 4 }   # orders in hand

shocks:                        # what the world does
  weaving-down: { on: { sector: weaving }, from: 2020-02-10, days: 20, leaves: 0.4, recoveryDays: 10 }

levers:                        # what you control; cost is optional
  second-shift: { acts: capacity, on: { sector: weaving }, values: { 2020-02-20: 1.2 }, cost: { yuanPerDay: 20000 } }

observations:                  # what was seen: the run is shown beside it
  recovered: { role: check, metric: capacityRecovery, on: 2020-03-15, value: 0.9, atLeast: true, within: { points: 5 } }
`;

export const COUNTY_ENTERPRISES = `id,sector,zone,staff,notable,finalYuanPerDay
spinner-1,spinning,park,200,yes,0
spinner-2,spinning,park,120,yes,0
weaver-1,weaving,town,80,yes,10000
weaver-2,weaving,town,60,no,0
weaver-3,weaving,park,40,no,0
sewer-1,sewing,town,150,yes,400000
sewer-2,sewing,park,90,yes,250000
`;

export const COUNTY_LINKS = `from,to,yuanPerDay
spinner-1,weaver-1,70000
spinner-1,weaver-2,40000
spinner-2,weaver-2,15000
spinner-2,weaver-3,30000
weaver-1,sewer-1,140000
weaver-2,sewer-1,60000
weaver-2,sewer-2,55000
weaver-3,sewer-2,70000
`;
