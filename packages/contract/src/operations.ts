/** The operations of the contract: what each takes, what it may answer, and its examples by name. */
import {
  follow,
  type OpenApiDocument,
  type OpenApiOperation,
  type Place,
  placeAt,
  pointerStep,
  type Schema,
} from './document.ts';
import { type FailureName, isFailureName } from './failure.ts';
import type { OperationId } from './operation.ts';

/** Examples by the key under which they stand, in the document's order. */
export type Examples = ReadonlyMap<string, unknown>;

/** A value that the document describes, and where its schema stands. */
export interface Described {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly pointer: string;
}

export interface Parameter extends Described {
  readonly in: 'path' | 'query' | 'header';
  readonly examples: Examples;
  /** The value to use where any will do. */
  readonly example: unknown;
}

/** Of several media types all have one schema and the same examples: those of the first, which is JSON where JSON is taken. */
export interface Body {
  readonly required: boolean;
  /** In lower case. */
  readonly mediaTypes: readonly string[];
  readonly schema: Schema;
  readonly pointer: string;
  /** The properties that the schema itself names. */
  readonly fields: readonly Field[];
  readonly examples: Examples;
}

export type Field = Pick<Described, 'name' | 'schema'>;

export interface DocumentedAnswer {
  /** JSON pointer of the schema; undefined for an answer without a body. */
  readonly pointer: string | undefined;
  readonly examples: Examples;
  /** By the key of an example, the contract's name of the failure that it is. */
  readonly failures: ReadonlyMap<string, FailureName>;
  /** Their names in lower case. */
  readonly headers: readonly Described[];
}

export interface Operation {
  /** A document of somebody's own may have others. */
  readonly operationId: OperationId;
  /** In upper case. */
  readonly method: string;
  /** Template with `{parameters}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Where the schema stands that all query parameters together must fit (`x-query-schema`); undefined where each stands alone. */
  readonly querySchema: string | undefined;
  /** What the body may be; undefined where the operation takes none. */
  readonly body: Body | undefined;
  /** For an operation without a body, how much is read and thrown away. */
  readonly maxBodyBytes: number;
  /** By status. */
  readonly answers: ReadonlyMap<number, DocumentedAnswer>;
  /** Those of a class of statuses, by its digit (`2XX` is 2), and by 0 that of all others (`default`). The contract has none. */
  readonly otherAnswers: ReadonlyMap<number, DocumentedAnswer>;
}

const jsonType = 'application/json';
const jsonContent = `/content/${pointerStep(jsonType)}`;
const defaultBodyBytes = 65_536;

/** Reads all operations of a bundled document. */
export function readOperations(document: OpenApiDocument): Operation[] {
  const reader = createReader(document);
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { operationId }]) => operationId !== undefined)
      .map(([method, written]) => readOperation(reader, path, method, written)),
  );
}

/** What the document says of a status: its own answer, else that of its class, else the default. */
export function answerOf({ answers, otherAnswers }: Operation, status: number): DocumentedAnswer | undefined {
  return answers.get(status) ?? otherAnswers.get(Math.floor(status / 100)) ?? otherAnswers.get(0);
}

interface Reader {
  readonly document: OpenApiDocument;
  readonly parameter: (place: Place<WrittenParameter>) => Parameter;
  readonly answer: (place: Place<WrittenAnswer>) => DocumentedAnswer;
}

/** Most parameters and answers are those of many operations, which then have the same objects: each is read once. */
function createReader(document: OpenApiDocument): Reader {
  const once = <Written, Read>(read: (document: object, place: Place<Written>) => Read) => {
    const known = new Map<string, Read>();
    return (place: Place<Written>): Read => {
      const found = known.get(place.pointer) ?? read(document, place);
      known.set(place.pointer, found);
      return found;
    };
  };
  return { document, parameter: once(readParameter), answer: once(readAnswer) };
}

function readOperation(reader: Reader, path: string, method: string, written: OpenApiOperation): Operation {
  const { document } = reader;
  const { operationId, responses } = written;
  const ofPath = `/paths/${pointerStep(path)}`;
  const at = `${ofPath}/${method}`;
  const body = placeAt<WrittenBody | undefined>(document, `${at}/requestBody`);
  return {
    operationId: operationId as OperationId,
    method: method.toUpperCase(),
    path,
    parameters: readParameters(reader, [ofPath, at]),
    querySchema: written['x-query-schema'] && `${at}/x-query-schema`,
    body: body.value && readBody(document, body.pointer, body.value),
    maxBodyBytes: body.value?.['x-max-body-bytes'] ?? document['x-max-body-bytes'] ?? defaultBodyBytes,
    answers: readAnswers(reader, `${at}/responses`, responses, (key) => (/^\d+$/.test(key) ? Number(key) : undefined)),
    otherAnswers: readAnswers(reader, `${at}/responses`, responses, (key) =>
      key === 'default' ? 0 : /^\dXX$/.test(key) ? Number(key[0]) : undefined,
    ),
  };
}

/** Those of the path and of the operation; of two with one name in one place the operation's counts. */
function readParameters({ document, parameter }: Reader, pointers: readonly string[]): Parameter[] {
  const parameters = pointers.flatMap((at) => {
    const written = placeAt<readonly unknown[] | undefined>(document, `${at}/parameters`).value ?? [];
    return written.map((_, index) => parameter(placeAt(document, `${at}/parameters/${index}`)));
  });
  return [...new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
}

/** The answers whose key in the document has a number. */
function readAnswers(
  { document, answer }: Reader,
  at: string,
  responses: OpenApiOperation['responses'],
  numberOf: (key: string) => number | undefined,
): ReadonlyMap<number, DocumentedAnswer> {
  return new Map(
    Object.keys(responses).flatMap((key) => {
      const number = numberOf(key);
      return number === undefined ? [] : [[number, answer(placeAt(document, `${at}/${key}`))] as const];
    }),
  );
}

function readBody(document: object, at: string, { required = false, content = {} }: WrittenBody): Body {
  const written = Object.keys(content);
  const first = content[jsonType] ? jsonType : (written[0] ?? jsonType);
  const { pointer, schema } = readSchema(document, `${at}/content/${pointerStep(first)}`);
  return {
    required,
    mediaTypes: [first, ...written.filter((type) => type !== first)].map((type) => type.toLowerCase()),
    pointer,
    schema,
    fields: Object.entries(schema.properties ?? {}).map(([name, property]) => ({
      name,
      schema: follow<Schema>(document, property),
    })),
    examples: readExamples(document, `${at}/content/${pointerStep(first)}`),
  };
}

function readParameter(document: object, { pointer, value }: Place<WrittenParameter>): Parameter {
  const examples = new Map([...readExamples(document, pointer), ...namedExamples(value)]);
  return {
    name: value.in === 'header' ? value.name.toLowerCase() : value.name,
    in: value.in,
    required: value.required ?? false,
    ...readSchema(document, pointer),
    examples,
    example: value.example ?? [...examples.values(), ...(value.schema?.examples ?? [])][0],
  };
}

function readAnswer(document: object, { pointer, value }: Place<WrittenAnswer>): DocumentedAnswer {
  const content = `${pointer}${jsonContent}`;
  return {
    pointer: value.content && `${content}/schema`,
    examples: readExamples(document, content),
    failures: readFailures(document, content),
    headers: Object.keys(value.headers ?? {}).map((name) => {
      const header = placeAt<WrittenParameter>(document, `${pointer}/headers/${pointerStep(name)}`);
      return {
        name: name.toLowerCase(),
        required: header.value.required ?? false,
        ...readSchema(document, header.pointer),
      };
    }),
  };
}

function readSchema(document: object, pointer: string): { pointer: string; schema: Schema } {
  const at = `${pointer}/schema`;
  return { pointer: at, schema: placeAt<Schema | undefined>(document, at).value ?? {} };
}

function readExamples(document: object, pointer: string): Examples {
  const names = Object.keys(placeAt<object | undefined>(document, `${pointer}/examples`).value ?? {});
  const exampleOf = (name: string) =>
    placeAt<{ value: unknown }>(document, `${pointer}/examples/${pointerStep(name)}`).value.value;
  return new Map(names.map((name) => [name, exampleOf(name)]));
}

/** Of a parameter that may be left out: they stand where no form takes them for values to send. */
function namedExamples({ 'x-named-examples': named = {} }: WrittenParameter): Examples {
  return new Map(Object.entries(named).map(([name, { value }]) => [name, value]));
}

/** A failure is a component of the bundle under its own name. */
function readFailures(document: object, pointer: string): DocumentedAnswer['failures'] {
  const keys = Object.keys(placeAt<object | undefined>(document, `${pointer}/examples`).value ?? {});
  return new Map(
    keys.flatMap((key) => {
      const place = placeAt(document, `${pointer}/examples/${pointerStep(key)}`);
      const name = place.pointer.split('/').at(-1) ?? '';
      return isFailureName(name) ? [[key, name] as const] : [];
    }),
  );
}

interface WrittenBody {
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, object>>;
  readonly 'x-max-body-bytes'?: number;
}
interface WrittenAnswer {
  readonly content?: object;
  readonly headers?: object;
}
interface WrittenParameter {
  readonly name: string;
  readonly in: Parameter['in'];
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema?: { readonly examples?: readonly unknown[] };
  readonly 'x-named-examples'?: Readonly<Record<string, { readonly value: unknown }>>;
}
