// A span of each call and, below it, one of each request, for OpenTelemetry:
//
//   import { context, trace } from '@opentelemetry/api';
//   const fdi = createFdiClient({ ..., ...tracing(trace.getTracer('my-app'), (span) => trace.setSpan(context.active(), span)) });
import type { Hooks } from '@roma-fdi/client';

/** The part of a `Span` of @opentelemetry/api that is used, so that this file needs no package. */
export interface Span {
  setAttributes(attributes: Record<string, string | number>): unknown;
  setStatus(status: { code: number }): unknown;
  end(): void;
}

/** The part of a `Tracer`, and of a `Context`, which is only handed on. */
export interface Tracer<Context, OwnSpan extends Span> {
  startSpan(name: string, options: { kind: number; attributes: Record<string, string> }, context?: Context): OwnSpan;
}

/** `SpanKind.CLIENT` and `SpanStatusCode.ERROR`. */
const client = 2;
const failed = 2;

/** @param below gives the context in which a span's children are started */
export function tracing<Context, OwnSpan extends Span>(
  tracer: Tracer<Context, OwnSpan>,
  below: (span: OwnSpan) => Context,
): Hooks {
  const calls = new WeakMap<object, OwnSpan>();
  const requests = new WeakMap<object, OwnSpan>();

  function end(
    span: OwnSpan | undefined,
    attributes: Record<string, string | number | undefined>,
    error: unknown,
  ): void {
    const known = Object.entries(attributes).filter(
      (entry): entry is [string, string | number] => entry[1] !== undefined,
    );
    span?.setAttributes(Object.fromEntries(known));
    if (error !== undefined) span?.setStatus({ code: failed });
    span?.end();
  }

  return {
    onRequest({ call, attempt }) {
      const name = call.operation ?? call.method;
      const attributes = { 'http.request.method': call.method, 'url.path': call.path };
      const parent = calls.get(call) ?? tracer.startSpan(name, { kind: client, attributes });
      calls.set(call, parent);
      requests.set(call, tracer.startSpan(`${name} ${attempt}`, { kind: client, attributes }, below(parent)));
    },
    onAnswer({ call, attempt, status, requestId, error }) {
      const attributes = {
        'http.request.resend_count': attempt - 1,
        'http.response.status_code': status,
        'http.response.header.x-request-id': requestId,
      };
      end(requests.get(call), attributes, error);
    },
    onOutcome({ call, status, error }) {
      const type = error instanceof Error ? { 'error.type': error.name } : {};
      end(calls.get(call), { 'http.response.status_code': status, ...type }, error);
    },
  };
}
