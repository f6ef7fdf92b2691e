// What services count and measure. Names follow the conventions of Prometheus: base units, `_total` on what only rises.
// Labels take few values: never an enterprise, and of runs only the newest.

export const PREFIX = 'resumption_';

export const COUNTERS = {
  days: ['days_total', 'Days of runs that were stepped or projected.'],
  recordsSent: ['records_sent_total', 'Records that the log has kept.'],
  recordBytesSent: ['record_bytes_sent_total', 'Bytes of the bodies of records that the log has kept.'],
  recordsRead: ['records_read_total', 'Records read from the log, those read again included.'],
  duplicatesDropped: ['duplicates_dropped_total', 'Records dropped because they had been taken before.'],
  gaps: ['gaps_total', 'Records that were missing in a sequence.'],
  heals: ['heals_total', 'Attempts begun because records were missing.'],
  snapshots: ['snapshots_total', 'Snapshots stored.'],
  quarantined: ['quarantined_total', 'Messages that were no records, copied aside and skipped.'],
} as const;

/** Upper bounds of the buckets; what lies above the last one is counted too. */
export const HISTOGRAMS = {
  dayDurationSeconds: [
    'day_duration_seconds',
    'Time that a day took, from its last input to its acknowledgement.',
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  ],
  snapshotBytes: ['snapshot_bytes', 'Size of a snapshot.', [1e3, 1e4, 1e5, 1e6, 4e6, 16e6, 64e6, 256e6]],
} as const;

/** Of the newest run alone: a series for each run would grow without end. With what tells them apart. */
export const NEWEST_GAUGES = {
  openedDay: ['opened_day', 'Last day that is open, of the newest run.', ['run']],
  projectedDay: ['projected_day', 'Last day that recovery has projected, of the newest run.', ['run']],
  watermarkDay: ['watermark_day', 'Last day that a source has ended, of the newest run.', ['source']],
  capacityRecoveryRatio: [
    'capacity_recovery_ratio',
    'Output that a sector could make over that of a normal day, on the last day projected of the newest run.',
    ['sector'],
  ],
} as const;

/** They rise with the days of the newest run, and begin at nought with the next one. */
export const NEWEST_COUNTERS = {
  lostOutputYuan: [
    'lost_output_yuan_total',
    'Output that a sector has lost to a root cause, all days of the newest run that are accounted for.',
    ['sector', 'cause'],
  ],
} as const;

export const FEED = [
  'feed_published_total',
  'Days told to the live feed, by whether it took them.',
  ['result'],
] as const;

export const GATEWAY = {
  requestSeconds: [
    'gateway_request_duration_seconds',
    'Time until a request was answered, by the name of its route and the class of its status; streams are left out.',
    ['route', 'status'],
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  ],
  streamClients: ['gateway_stream_clients', 'Readers of a live stream that are connected.', []],
  streamsDropped: ['gateway_streams_dropped_total', 'Readers that were too slow and were let go.', []],
} as const;
