import { words } from '../../words';
import type { Workspace } from '../Workspace';

/** Puts a text where one can paste it from, and says so; a browser may refuse. */
export async function copyText(workspace: Workspace, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    workspace.toast('success', words.panels.copied);
  } catch {
    workspace.toast('error', words.panels.notCopied);
  }
}
