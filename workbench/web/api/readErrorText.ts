import { isRecord } from '../state/isRecord';

/** The words of a refusal: Rocket.Chat says them as `error`, some endpoints as `message`, the simulator in an object. */
export function readErrorText(body: unknown): string | undefined {
  if (!isRecord(body)) {
    return undefined;
  }
  const { error, message } = body;
  if (isRecord(error) && typeof error['message'] === 'string') {
    return error['message'];
  }
  return typeof error === 'string' ? error : typeof message === 'string' ? message : undefined;
}
