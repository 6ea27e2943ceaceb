import type { Api } from '../api/Api';
import { ActionButton } from '../documents/ActionButton';
import { Command } from '../documents/Command';
import { readList } from '../documents/readList';
import { readAppTexts } from './readAppTexts';
import type { Change } from './WorkspaceState';

/** What apps add to the client: commands, buttons, texts. @throws ApiError when the server refuses or cannot be reached. */
export async function fetchAppParts(api: Api): Promise<Change> {
  const [commands, buttons, languages] = await Promise.all([
    api.get('/api/v1/commands.list?count=100'),
    api.get('/api/apps/actionButtons'),
    api.get('/api/apps/languages'),
  ]);
  return (state) => ({
    ...state,
    commands: readList(Command, commands, 'commands'),
    buttons: readList(ActionButton, { buttons }, 'buttons'),
    appTexts: readAppTexts(languages),
  });
}
