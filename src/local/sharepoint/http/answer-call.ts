import { HandshakeWanted, shakeHands } from "../hooks/handshake.ts";
import type { Written } from "../odata/write-answer.ts";
import type { Session } from "../session.ts";
import { dispatch } from "./dispatch.ts";
import type { ApiRequest } from "./request.ts";

/** Answers one call; where it names a new webhook, that is asked first, outside of any transaction, and the call repeated. */
export async function answerCall(session: Session, request: ApiRequest): Promise<Written> {
  try {
    return dispatch(session, request);
  } catch (error) {
    if (!(error instanceof HandshakeWanted)) throw error;
    const echoed = await shakeHands(error.url);
    const access = session.site.accessBook.of(session.caller);
    return dispatch({ ...session, access }, { ...request, handshake: { url: error.url, echoed } });
  }
}
