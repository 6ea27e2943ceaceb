/** All patterns that one with lists stands for: `a:{b,c}Hint` → `a:bHint`, `a:cHint`. */
export function expandPattern(pattern: string): string[] {
  const [whole, before = '', list = '', after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(pattern) ?? [];
  if (whole === undefined) return [pattern];
  return list.split(',').flatMap((member) => expandPattern(`${before}${member.trim()}${after}`));
}
