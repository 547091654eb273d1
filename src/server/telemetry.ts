import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { context, metrics, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { UndiciInstrumentation } from "@opentelemetry/instrumentation-undici";
import { defaultResource, resourceFromAttributes } from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import type { RequestHandler } from "express";

export interface Telemetry {
  /** Opens a span for each request, and counts how long it took. */
  readonly onRequest: RequestHandler;
  /** Sends what has not been sent, and stops. */
  stop(): Promise<void>;
}

const name = "inspection-action-plan";

/**
 * Traces and metrics over OTLP to the collector at `endpoint`. Addresses without their query, methods, statuses and durations:
 * no header, no body, and no name of anybody, so that nothing of a plan leaves with them.
 */
export function startTelemetry(endpoint: string): Telemetry {
  const resource = defaultResource().merge(resourceFromAttributes({ "service.name": name }));
  const spans = new TracerProvider({
    resource,
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }),
      }),
    ],
  });
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter({ url: `${endpoint}/v1/metrics` }),
  });
  const meters = new MeterProvider({ resource, readers: [reader] });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(spans);
  metrics.setGlobalMeterProvider(meters);
  const outgoing = new UndiciInstrumentation({ requestHook: withoutQuery });
  outgoing.setTracerProvider(spans);
  outgoing.setMeterProvider(meters);
  outgoing.enable();
  return {
    onRequest: onRequest(),
    async stop() {
      outgoing.disable();
      await Promise.all([spans.shutdown(), meters.shutdown()]);
    },
  };
}

function withoutQuery(span: Span, { path, origin }: { path: string; origin: string }): void {
  const [plain = ""] = path.split("?");
  span.setAttribute("url.full", `${origin}${plain}`);
  span.setAttribute("url.query", "");
}

function onRequest(): RequestHandler {
  const tracer = trace.getTracer(name);
  const durations = metrics
    .getMeter(name)
    .createHistogram("http.server.request.duration", { unit: "s" });
  return (request, response, next) => {
    const began = performance.now();
    const route = request.path.replaceAll(/\/\d+(?=\/|$)/g, "/{id}");
    const { method } = request;
    const span = tracer.startSpan(`${method} ${route}`, {
      kind: SpanKind.SERVER,
      attributes: { "http.request.method": method, "url.path": route },
    });
    response.once("close", () => {
      const attributes = {
        "http.request.method": method,
        "http.response.status_code": response.statusCode,
      };
      span.setAttributes(attributes);
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      durations.record((performance.now() - began) / 1000, attributes);
    });
    context.with(trace.setSpan(context.active(), span), next);
  };
}
