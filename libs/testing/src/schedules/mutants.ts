// Rules broken on purpose, one at a time: schedules that cannot tell a broken rule from a kept one prove nothing. Each is
// a change of a compiled module's text as it is loaded, so production code has no switch for any of them.

export interface Patch {
  /** Below `libs`, compiled. */
  readonly file: string;
  /** Must be there, once. */
  readonly from: string;
  readonly to: string;
}

export interface Mutant {
  readonly name: string;
  readonly patches: readonly Patch[];
  /** First seed, 1 where left out: of what is rare, a schedule that is known to bring it about. */
  readonly from?: number;
  /** Schedules within which it has to be caught. */
  readonly within: number;
}

const DEAF_LOG = `log: {
  opened: async (day) => {
    if (day < model.days) return shardLog.opened(day);
    while (!view.control.isOver && !view.isStopped)
      await view.until(view.control.attempt, () => view.control.isOver).catch(() => undefined);
    return false;
  },
  inputs: (reader, day) => shardLog.inputs(reader, day),
  publish: (end, frames) => shardLog.publish(end, frames),
},`;

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a snapshot before its day is published',
    within: 200,
    patches: [
      {
        file: 'runtime/src/drive-stage.js',
        from: 'const frames = (0, _kernel.stepDay)(shard, day, leversOn(day), inbox);',
        to: 'const frames = (0, _kernel.stepDay)(shard, day, leversOn(day), inbox); await keep?.(day);',
      },
      {
        file: 'runtime/src/drive-stage.js',
        from: '}, frames);\n        await keep?.(day);',
        to: '}, frames);',
      },
    ],
  },
  {
    name: 'an acknowledgement that nobody waits for',
    within: 200,
    patches: [{ file: 'runtime/src/shard-log.js', from: 'await log.send(', to: 'void log.send(' }],
  },
  {
    name: 'a gap skipped',
    within: 1000,
    patches: [
      {
        file: 'runtime/src/day-sequence.js',
        from: "if (day > this.#day || seq > this.#seq) return 'gap';",
        to: 'if (day > this.#day || seq > this.#seq) { this.#day = day; this.#seq = seq; }',
      },
    ],
  },
  {
    name: 'a duplicate taken',
    within: 1000,
    patches: [
      {
        file: 'runtime/src/frame-mailbox.js',
        from: "if (taken === 'duplicate') {",
        to: "if (taken === 'duplicate') this.duplicates++; if (false) {",
      },
    ],
  },
  {
    name: 'an offset of what was read, not of what was folded',
    within: 2000,
    patches: [
      {
        file: 'runtime/src/frame-mailbox.js',
        from: 'const offset = ofBox.get(day) ?? 0n;',
        to: 'const offset = [...ofBox.values()].at(-1) ?? 0n;',
      },
    ],
  },
  {
    name: 'no outbox tail',
    within: 1000,
    patches: [
      {
        file: 'runtime/src/drive-stage.js',
        from: 'await log.publish({\n        source,\n        day: after,',
        to: 'if (after < 0) await log.publish({\n        source,\n        day: after,',
      },
    ],
  },
  {
    name: 'a finished shard deaf to attempts',
    within: 2000,
    patches: [{ file: 'runtime/src/shard-life.js', from: 'log: shardLog,', to: DEAF_LOG }],
  },
  {
    name: "a command's number from a sequence",
    within: 1000,
    patches: [
      {
        file: 'adapters/src/embedded/memory-run-store.js',
        from: 'const { row, manifest, commands } = kept ?? {};',
        to: 'const { row, manifest, commands } = kept ?? {}; if (kept) kept.numbers = (kept.numbers ?? 0) + 1;',
      },
      {
        file: 'adapters/src/embedded/memory-run-store.js',
        from: 'seq: commands.length + 1',
        to: 'seq: kept.numbers',
      },
    ],
  },
  {
    name: 'control that publishes before it stores',
    within: 2000,
    patches: [
      {
        file: 'runtime/src/control-loop.js',
        from: 'if (!await runs.openDay(row.id, {',
        to: 'await this.#tell(manifest, { ...row, openedDay: openedDay + 1 }); if (!await runs.openDay(row.id, {',
      },
    ],
  },
  {
    name: 'control that waits for a topic which is gone',
    within: 1000,
    patches: [
      {
        file: 'runtime/src/control-loop.js',
        from: 'const sent = log.send(records).then(()=>true);',
        to: 'const sent = log.send(records).then(()=>true); await sent;',
      },
    ],
  },
  {
    name: "a heal past a projector's cursor",
    within: 2000,
    patches: [{ file: 'runtime/src/heal.js', from: 'row.projectedDay)', to: 'Infinity)' }],
  },
  {
    name: 'recovery that begins with commands as old as what it was told',
    from: 17_195,
    within: 1,
    patches: [
      {
        file: 'runtime/src/projection-life.js',
        from: 'await (0, _retry.untilItWorks)(()=>view.refresh(), retrying);',
        to: '',
      },
    ],
  },
  {
    name: 'recovery deaf to what another has projected',
    from: 7997,
    within: 1,
    patches: [
      {
        file: 'runtime/src/projection-life.js',
        from: 'if (view.control.startDay > this.#projectedDay)',
        to: 'if (false)',
      },
    ],
  },
];
