// Scenarios: those of the project for everybody, and for each key its own.
import type { Scenario, ScenarioListed, ScenarioTextsBody, Validation } from '#libs/api';
import { faultsOf, InputError, type InputFault } from '#libs/messages';
import type { ScenarioTexts } from '#libs/scenario';
import type { Asker } from '../asking/asker';
import type { Compiler } from '../compiling/compiler';
import type { Sketch } from '../compiling/jobs';
import { ApiError } from '../http/api-error';
import type { BuiltIn } from './built-in';
import type { Shelf } from './shelf';
import { Sketches } from './sketches';

export interface ScenarioParts {
  readonly builtIn: readonly BuiltIn[];
  readonly shelf: Shelf;
  readonly compiler: Compiler;
}

export class Scenarios {
  readonly #builtIn: readonly BuiltIn[];
  readonly #shelf: Shelf;
  readonly #compiler: Compiler;
  readonly #sketches: Sketches;

  constructor({ builtIn, shelf, compiler }: ScenarioParts) {
    this.#builtIn = builtIn;
    this.#shelf = shelf;
    this.#compiler = compiler;
    this.#sketches = new Sketches(compiler);
  }

  async list({ name }: Asker): Promise<ScenarioListed[]> {
    const builtIn = this.#builtIn.map(async ({ id, texts }) => this.#listed(id, texts, false));
    const own = (await this.#shelf.ids(name)).map(async (id) => {
      const texts = await this.#shelf.read(name, id);
      // It may have been removed in between.
      return texts && this.#listed(id, textsOf(id, texts), true);
    });
    const all = await Promise.all<ScenarioListed | undefined>([...builtIn, ...own]);
    return all.filter((one) => one !== undefined);
  }

  /** @throws ApiError API_NO_SCENARIO */
  async read(asker: Asker, id: string): Promise<Scenario> {
    const { texts, isOwn } = await this.#find(asker, id);
    const { levers, ...sketch } = await this.#compiler.run('describe', texts);
    return { ...listedOf(id, sketch, isOwn), text: texts.text, tables: [...texts.tables], levers };
  }

  /** What a run of it is made from. @throws ApiError API_NO_SCENARIO */
  async texts(asker: Asker, id: string): Promise<ScenarioTexts> {
    return (await this.#find(asker, id)).texts;
  }

  async validate(body: ScenarioTextsBody): Promise<Validation> {
    try {
      const { enterprises, links, days, warnings, levers } = await this.#compiler.run(
        'describe',
        textsOf('scenario', body),
      );
      return { isValid: true, faults: [], warnings: [...warnings], enterprises, links, days, levers };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const faults = faultsOf(error.fault).map((fault) => placed(fault, body));
      const nothing = { enterprises: null, links: null, days: null };
      return { isValid: false, faults, warnings: [], ...nothing, levers: [] };
    }
  }

  /** Keeps it, if it compiles. @throws InputError SCN_..., CSV_...; ApiError API_BUILT_IN, API_TOO_MANY */
  async save(asker: Asker, id: string, body: ScenarioTextsBody): Promise<Scenario> {
    this.#refuseBuiltIn(id);
    refuseTwice(body);
    const { levers, ...sketch } = await this.#compiler.run('describe', textsOf(id, body));
    await this.#shelf.save(asker.name, id, body);
    return { ...listedOf(id, sketch, true), text: body.text, tables: body.tables, levers };
  }

  /** @throws ApiError API_NO_SCENARIO, API_BUILT_IN */
  async remove(asker: Asker, id: string): Promise<void> {
    this.#refuseBuiltIn(id);
    if (!(await this.#shelf.remove(asker.name, id))) throw noScenario(id);
  }

  async #find({ name }: Asker, id: string): Promise<{ texts: ScenarioTexts; isOwn: boolean }> {
    const builtIn = this.#builtIn.find((one) => one.id === id);
    if (builtIn) return { texts: builtIn.texts, isOwn: false };
    const texts = await this.#shelf.read(name, id);
    if (texts) return { texts: textsOf(id, texts), isOwn: true };
    throw noScenario(id);
  }

  /** One that does not compile any more (the program has changed since it was saved) is listed by its id. */
  async #listed(id: string, texts: ScenarioTexts, isOwn: boolean): Promise<ScenarioListed> {
    try {
      return listedOf(id, await this.#sketches.of(texts), isOwn);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return {
        ...{ id, name: { en: id }, start: '2020-01-01', days: 0, seed: 0 },
        enterprises: null,
        links: null,
        isOwn,
      };
    }
  }

  #refuseBuiltIn(id: string): void {
    if (!this.#builtIn.some((one) => one.id === id)) return;
    const reason = `${id} is a scenario of the project.`;
    throw new ApiError(409, { code: 'API_BUILT_IN', path: 'id', reason, mend: 'Keep yours under another id.' });
  }
}

/** What is wrong in a table is said with the table's name. */
function placed(
  { code, place, path, reason, mend }: InputFault,
  { tables }: ScenarioTextsBody,
): Validation['faults'][number] {
  const isTable = place !== undefined && tables.some(({ name }) => name === place.file);
  const where = isTable ? place.file : (path ?? '');
  return { code, path: where, line: place?.line ?? null, column: place?.column ?? null, reason, mend };
}

function listedOf(id: string, sketch: Sketch, isOwn: boolean): ScenarioListed {
  const { name, start, days, seed, enterprises, links } = sketch;
  const called = { en: name.en, ...(name.zh !== undefined && { zh: name.zh }) };
  return { id, name: called, start, days, seed, enterprises, links, isOwn };
}

export function textsOf(id: string, { text, tables }: ScenarioTextsBody): ScenarioTexts {
  return { name: `${id}.yaml`, text, tables };
}

function refuseTwice({ tables }: ScenarioTextsBody): void {
  const names = tables.map(({ name }) => name.toLowerCase());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return;
  const reason = `${twice} is there twice.`;
  throw new ApiError(422, { code: 'API_BAD_INPUT', path: 'body.tables', reason, mend: 'Give each table once.' });
}

function noScenario(id: string): ApiError {
  const reason = `there is no scenario ${JSON.stringify(id)}.`;
  return new ApiError(404, {
    code: 'API_NO_SCENARIO',
    path: 'id',
    reason,
    mend: 'GET /v1/scenarios lists what there is.',
  });
}
