// What stands under the options in `resumption COMMAND --help`: what a value means, and examples.

export const RUN_HELP = `
Examples:
  resumption run seeds/keqiao/scenario.yaml --set levers.passes=null --out runs/no-passes
  resumption run seeds/keqiao/mini.yaml -n 20 --seed 100
  resumption run seeds/keqiao/scenario.yaml --stack --days-per-second 2`;

export const DEFINE_HELP = `
Examples:
  resumption define
  resumption define capacityRecovery
  resumption --lang zh define lostValueAdded`;

export const LEVERS_HELP = `
Each lever, the market's opening and each imposed curve is left out in turn, everything else as it is. Left out, it never
comes: passes, a green channel, an open gate stay at 0; a checkpoint that was to be lifted stays as on the first day; a
factor (capacity, utility, demand, drivers, finished stock) stays as on the first day, and never above 1; the market never
opens; where a series stands instead of others, those stand.

Examples:
  resumption levers seeds/keqiao/mini.yaml
  resumption levers seeds/keqiao/scenario.yaml --days 40 --json`;

export const RELIEF_HELP = `
The bottleneck by relief, beside the one by accounting that \`run\` shows. Lifted is each cause that has at least 2 % of the
loss of that day. Where the run kept no losses: constraints that hold down at least 2 % of the value added lost, the roads
where goods wait, and sellers outside that cannot make their base.

Examples:
  resumption relief runs/keqiao-7@21
  resumption relief runs/keqiao-7@2020-02-22 --json`;

export const FORK_HELP = `
A number stands from that day to the end of the run; {DATE: number} sets later days as well; null takes a lever away
as \`levers\` does; market.opens takes a date. Levers, curves, shocks and the market can be set, and new ones added.

Examples:
  resumption fork runs/keqiao-7@12 --set levers.passes=120
  resumption fork runs/keqiao-7@2020-02-13 --set market.opens=2020-02-24 --out runs/late-market
  resumption fork keqiao-7-3fa9c1@12 --stack --set levers.passes=120
  resumption fork runs/keqiao-7@20 --set shocks.again="{on: {sector: dyeing}, from: 25, days: 7, leaves: 0.4}"`;

export const COMPARE_HELP = `
Metrics of --fail-if: day80, day90, day95 (days that the chain is back later), lostValueAdded, missedFinalDemand (share
lost more: 0.05 is 5 %).

Examples:
  resumption compare runs/keqiao-7 runs/keqiao-7-fork-12
  resumption compare runs/keqiao-7 runs/no-passes --fail-if "day80>1" --fail-if "lostValueAdded>0.05"`;

export const INTERVENE_HELP = `
What may be set is what a fork may set, without new series. It stands from the day asked for or, where that day is open
already, from the first one that is not; the answer says which. A quota of passes is its lever's value:
levers.passes.quota=150 is levers.passes=150.

Examples:
  resumption intervene keqiao-7-3fa9c1 --set levers.passes=150 --day 12
  resumption intervene keqiao-7-3fa9c1 --set market.opens=2020-02-24`;

export const STEER_HELP = `
A run is named as \`runs\` lists it, or by as much of its beginning as no other shares.

Examples:
  resumption pause keqiao-7-3fa9c1
  resumption step keqiao-7-3fa9c1 --days 3
  resumption play keqiao-7-3fa9c1 --speed 2`;

export const ARCHIVE_HELP = `
The run is computed again here from its scenario and what was decided during it; each day is compared with what the stack
has kept. Decisions become interventions of the archive: \`replay --verify\`, \`compare\` and \`fork\` take them as they are.

Examples:
  resumption archive --stack keqiao-7-3fa9c1
  resumption archive keqiao-7-3fa9c1 --out runs/passes-150`;

export const RUNS_HELP = `
Examples:
  resumption runs
  resumption runs rm keqiao-7-3fa9c1
  resumption runs rm --keep-bytes 5GB`;
