// One process of a service, kept alive on its port.
import { freePorts, isPortFree, spawnDetached } from '#libs/adapters';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { Kept } from './kept';
import type { StackLayout } from './layout';
import { askReadiness } from './readiness';
import { environmentOf, scriptOf, type Addresses, type Member } from './roster';
import type { ProcessState } from './state-file';

const GRACE_MS = 8000;

export interface ServiceOptions {
  readonly member: Member;
  /** Folder of the built apps. */
  readonly apps: string;
  readonly layout: StackLayout;
  readonly addresses: Addresses;
  readonly port: number;
  /** Ports of the other services, by name. */
  readonly peers: ReadonlyMap<string, number>;
  readonly changed: () => void;
  readonly log: (line: string) => void;
}

export class Service {
  readonly kept: Kept;
  isReady = false;
  private day: number | null = null;
  private port: number;

  constructor(private readonly options: ServiceOptions) {
    const { member, changed, log } = options;
    this.port = options.port;
    this.kept = new Kept({ name: member.name, start: () => this.start(), changed, log });
  }

  get name(): string {
    return this.options.member.name;
  }

  get logFile(): string {
    return join(this.options.layout.services, `${this.name}.log`);
  }

  state(): ProcessState {
    const { pid, restarts } = this.kept;
    return { name: this.name, pid, port: this.port, restarts, day: this.day };
  }

  /** Asks it how it is. @returns whether something has changed */
  async look(): Promise<boolean> {
    const { isReady, day } = await askReadiness(this.port);
    const hasChanged = isReady !== this.isReady || (day !== null && day !== this.day);
    this.isReady = isReady;
    // A service that is away has still come to its day.
    this.day = day ?? this.day;
    return hasChanged;
  }

  /** Puts the log of an earlier stack aside. */
  turnLog(): void {
    try {
      renameSync(this.logFile, `${this.logFile}.old`);
    } catch {
      // There was none.
    }
  }

  private async start() {
    const { member, apps, layout, addresses, peers } = this.options;
    // The same port over a restart, unless somebody else has it by now.
    if (!(await isPortFree(this.port))) [this.port] = await freePorts(1);
    const script = scriptOf(apps, member.service);
    const mark = `--stack=${layout.folder}`;
    return spawnDetached({
      name: member.name,
      command: process.execPath,
      // No service reads the argument: it tells whose process this is.
      args: [script, mark],
      folder: layout.services,
      environment: environmentOf(member, { port: this.port, addresses, gatewayFolder: layout.gateway, peers }),
      logFile: this.logFile,
      marks: [script, mark],
      stopSignal: 'SIGTERM',
      graceMs: GRACE_MS,
    });
  }
}
