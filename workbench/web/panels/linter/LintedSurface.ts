import type { Finding } from '../../uikit/lint/Finding';

/** A surface on the screen with what was found in it. */
export type LintedSurface = { readonly key: string; readonly name: string; readonly findings: readonly Finding[] };
