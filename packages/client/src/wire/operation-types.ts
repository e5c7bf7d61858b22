/** What an operation of the contract takes and gives, as its callers see it. */
import type { operations } from '@roma-fdi/types';
import type { Answer } from '../answers/answer.ts';
import type { OperationId } from '../errors/fdi-error.ts';
import type { Place } from '../settings.ts';

type Json<Content> = Content extends { content: { 'application/json': infer Value } } ? Value : never;
/** Media type of form data. */
export type FormContent = 'application/x-www-form-urlencoded';
/** The object that an operation's form data describes; nothing where it takes none, so that `form` cannot be given. */
type Form<Content> = Content extends { content: { [Type in FormContent]: infer Value } } ? Value : never;
type PathOf<Id extends OperationId> = Omit<operations[Id]['parameters']['path'], keyof Place>;
type Success<Responses> = Json<Responses[keyof Responses & (200 | 201)]>;

/** What an operation takes: its parameters but for project and instance, and its body, as JSON or as form data. */
export type Input<Id extends OperationId> = {
  readonly query?: operations[Id]['parameters']['query'] | undefined;
  readonly body?: Json<NonNullable<operations[Id]['requestBody']>> | undefined;
  readonly form?: Form<NonNullable<operations[Id]['requestBody']>> | undefined;
} & (object extends PathOf<Id> ? object : { readonly path: PathOf<Id> });

/** What a call gives back; nothing where the contract promises no body. */
export type Result<Id extends OperationId> = [Success<operations[Id]['responses']>] extends [never]
  ? undefined
  : Answer<Success<operations[Id]['responses']>>;
