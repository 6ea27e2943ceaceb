// Plain JavaScript: Node loads hooks of its module loader in a thread of their own, without tsx.
const ENGINE = '@rocket.chat/apps-engine/';

/** Modules that came after 1.53. */
const ABSENT = /^@rocket\.chat\/apps-engine\/server\/bridges\/(ExperimentalBridge|OutboundMessagesBridge)(\.js)?$/;

let leading;

/** @param {{ packageName: string, absent: string }} data the package to lead to, and what stands for modules it lacks */
export function initialize(data) {
  leading = data;
}

export function resolve(specifier, context, next) {
  if (ABSENT.test(specifier)) return next(leading.absent, context);
  const isEngine = specifier.startsWith(ENGINE);
  return next(isEngine ? `${leading.packageName}/${specifier.slice(ENGINE.length)}` : specifier, context);
}
