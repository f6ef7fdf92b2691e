// Runs a stack: servers first, then services; keeps all of it alive; stops services first, then servers. Its state is on
// disk after every change.
import { endLeftOvers, freePorts, isPortFree, lastLines } from '#libs/adapters';
import { setTimeout as pause } from 'node:timers/promises';
import type { StackLayout } from './layout';
import { GATEWAY, PAGE_PORT, rosterOf, type Member } from './roster';
import { startServers, type Servers } from './servers';
import { Service } from './service';
import { removeState, writeState, type StackState } from './state-file';

// Seen: 10 s on a quiet machine of two cores, 80 s on one with 38 processes waiting for them.
const READY_TIMEOUT_MS = 180_000;
const START_LOOK_MS = 200;
const LOOK_MS = 1000;
/** Between two starts: side by side they hinder each other, and the first one makes what the others wait for. */
const STAGGER_MS = 300;
/** For a start that fails because its process was ended. */
const START_END_MS = 10_000;
const LEFT_OVER_GRACE_MS = 5000;

export interface SupervisorOptions {
  readonly layout: StackLayout;
  readonly brokers: 1 | 3;
  readonly replicas: string | undefined;
  readonly apps: string;
  readonly log: (line: string) => void;
}

export class Supervisor {
  private phase: StackState['phase'] = 'starting';
  private servers: Servers | undefined;
  private startingServers: Promise<unknown> = Promise.resolve();
  private services: Service[] = [];
  private looking: NodeJS.Timeout | undefined;

  constructor(private readonly options: SupervisorOptions) {}

  /** Starts everything and waits until every service is ready. @throws InputError, or Error naming who is not ready */
  async up(): Promise<void> {
    const { layout, brokers, replicas, apps, log } = this.options;
    const roster = rosterOf(replicas);
    const ended = await endStackLeftOvers(layout);
    if (ended > 0) log(`ended ${ended} processes that an earlier stack left`);
    const changed = (): void => this.write();
    this.write();
    const starting = startServers({ layout, brokers, changed, log });
    this.startingServers = starting;
    this.servers = await starting;
    const { addresses } = this.servers;
    const ports = await portsFor(roster);
    const peers = new Map(roster.flatMap(({ name, service }, at) => (service === GATEWAY ? [] : [[name, ports[at]]])));
    this.services = roster.map(
      (member, at) => new Service({ member, apps, layout, addresses, port: ports[at], peers, changed, log }),
    );
    for (const service of this.services) {
      if (this.phase !== 'starting') return;
      service.turnLog();
      await service.kept.begin();
      await pause(STAGGER_MS);
    }
    await this.allReady();
    if (this.phase !== 'starting') return;
    this.phase = 'up';
    this.write();
    log('the stack is up');
    this.lookOn();
  }

  /** Stops services, then servers. The data stay. */
  async down(): Promise<void> {
    this.phase = 'stopping';
    clearTimeout(this.looking);
    this.write();
    await Promise.all(this.services.map(({ kept }) => kept.stop()));
    if (this.services.length > 0) this.options.log('services have stopped');
    // Servers that are only starting end as what an earlier stack left: then their start fails at once.
    if (this.servers === undefined) await endStackLeftOvers(this.options.layout);
    await Promise.race([this.startingServers.catch(() => undefined), pause(START_END_MS, undefined, { ref: false })]);
    await Promise.all((this.servers?.kept ?? []).map(({ kept }) => kept.stop()));
    if (this.servers !== undefined) this.options.log('servers have stopped');
    removeState(this.options.layout.stateFile);
  }

  /** Kills everything at once. */
  async kill(): Promise<void> {
    this.phase = 'stopping';
    const all = [...this.services, ...(this.servers?.kept ?? [])];
    await Promise.all(all.map(({ kept }) => kept.kill()));
    await endStackLeftOvers(this.options.layout, 0);
    removeState(this.options.layout.stateFile);
  }

  private async allReady(): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    const told = new Set<string>();
    while (this.phase === 'starting') {
      await Promise.all(this.services.map((service) => service.look()));
      for (const { name } of this.services.filter(({ isReady, name }) => isReady && !told.has(name))) {
        told.add(name);
        this.options.log(`${name} is ready`);
      }
      const waiting = this.services.filter(({ isReady }) => !isReady);
      if (waiting.length === 0) return;
      if (Date.now() > deadline) throw notReady(waiting);
      await pause(START_LOOK_MS);
    }
  }

  /** Looks at the services for as long as the stack is up. */
  private lookOn(): void {
    this.looking = setTimeout(() => {
      void Promise.all(this.services.map((service) => service.look())).then((changes) => {
        if (this.phase !== 'up') return;
        if (changes.some(Boolean)) this.write();
        this.lookOn();
      });
    }, LOOK_MS);
  }

  private write(): void {
    const addresses = this.servers?.addresses;
    writeState(this.options.layout.stateFile, {
      phase: this.phase,
      supervisorPid: process.pid,
      kafka: addresses?.kafka ?? [],
      postgresUrl: addresses?.postgresUrl ?? '',
      redisUrl: addresses?.redisUrl ?? '',
      prefix: addresses?.prefix ?? '',
      servers: (this.servers?.kept ?? []).map(({ kept: { name, pid, restarts }, port }) => {
        return { name, pid, port, restarts, day: null };
      }),
      services: this.services.map((service) => service.state()),
    });
  }
}

/** Ends what a supervisor that was killed has left behind, services first. @returns how many processes */
export async function endStackLeftOvers(layout: StackLayout, graceMs = LEFT_OVER_GRACE_MS): Promise<number> {
  const services = await endLeftOvers(layout.services, graceMs);
  const nodes = [1, 2, 3].map((id) => `${layout.kafka}/node-${id}`);
  const folders = [...nodes, layout.postgres, layout.redis];
  const servers = await Promise.all(folders.map((folder) => endLeftOvers(folder, graceMs)));
  return servers.reduce((sum, ended) => sum + ended, services);
}

/** Any free ones, and for the page the one that people know. */
async function portsFor(roster: readonly Member[]): Promise<number[]> {
  const [ports, isUsual] = await Promise.all([freePorts(roster.length), isPortFree(PAGE_PORT)]);
  return roster.map(({ service }, at) => (service === GATEWAY && isUsual ? PAGE_PORT : ports[at]));
}

function notReady(waiting: readonly Service[]): Error {
  const words = waiting.map(({ name, logFile }) => `${name} (${logFile}):\n${lastLines(logFile, 3)}`);
  return new Error(`Not ready after ${READY_TIMEOUT_MS / 1000} s: ${words.join('\n')}`);
}
