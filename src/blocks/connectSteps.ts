import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Drawing } from './Drawing';
import { connectButton } from './connectButton';
import { section } from './elements/section';

/** Steps that lead to an API key, and the button to connect with it. */
export function connectSteps(drawing: Drawing, steps: { intro: string; steps: readonly string[] }): LayoutBlock[] {
  const list = steps.steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
  return [section(drawing, 'setup-steps', `${steps.intro}\n\n${list}`), connectButton(drawing)];
}
