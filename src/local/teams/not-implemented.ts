import type { RequestHandler } from "express";

/** Anything that production would answer and this machine does not says so, instead of an empty 200. */
export function notImplemented(service: string): RequestHandler {
  return (request, response) => {
    const route = `${request.method} ${request.baseUrl}${request.path}`;
    response.status(501).json({
      error: { code: "NotImplemented", message: `The local ${service} does not answer ${route}.` },
    });
  };
}
