/** What a mock or a guard needs of its document before it can listen. */
import { type Contract, createValidator, type Operation, readContract, type Validator } from '@roma-fdi/contract';
import { checkDocument } from './document/check-document.ts';
import { type Credentials, readCredentials } from './document/security.ts';
import { tryEngine, tryValidator } from './document/try-document.ts';
import { createEngine, type Engine } from './engine/prism.ts';

export interface Prepared {
  readonly contract: Contract;
  readonly validator: Validator;
  /** What each operation asks a caller for. */
  readonly credentials: ReadonlyMap<Operation, Credentials>;
  /** Loaded when it is first asked for: a guard needs none. */
  readonly engine: () => Promise<Engine>;
}

let ofContract: Promise<Prepared> | undefined;

/** Made once for the contract itself, which never changes, so that each test can have a mock and a guard of its own. */
export function prepare(document: object | undefined): Promise<Prepared> {
  if (document !== undefined) return makeOwn(document);
  ofContract ??= make();
  return ofContract;
}

/** @throws {TypeError} that names what the document has and is not supported */
async function makeOwn(document: object): Promise<Prepared> {
  const prepared = await make(checkDocument(document));
  const { operations } = prepared.contract;
  tryValidator(operations, prepared.validator);
  return {
    ...prepared,
    engine: async () => {
      const engine = await prepared.engine();
      await tryEngine(operations, engine);
      return engine;
    },
  };
}

async function make(document?: object): Promise<Prepared> {
  const contract = readContract(document);
  let engine: Engine | undefined;
  return {
    contract,
    validator: await createValidator(contract),
    credentials: readCredentials(contract.document, contract.operations),
    engine: async () => {
      engine ??= createEngine(contract);
      return engine;
    },
  };
}
