// Plain JavaScript: Node loads hooks of its module loader in a thread of their own, without tsx.

/** Modules that came after 1.53. */
const ABSENT = /\/server\/bridges\/(ExperimentalBridge|OutboundMessagesBridge)\.js$/;

let leading;

/** @param {{ from: string, to: string, absent: string }} data folders of the engines, and what stands for modules that one lacks */
export function initialize(data) {
  leading = data;
}

export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  if (!found.url.startsWith(leading.from)) return found;
  const url = ABSENT.test(found.url) ? leading.absent : leading.to + found.url.slice(leading.from.length);
  return { ...found, url };
}
