import type { Answer } from './post';

/** Does the work for every body, always so many at a time. @returns the answers, in the order of the bodies */
export async function inFlight(
  width: number,
  bodies: readonly string[],
  send: (body: string) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < bodies.length; at = next++) {
      answers[at] = await send(bodies[at] ?? '');
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return answers;
}
