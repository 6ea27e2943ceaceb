import type { Api } from '../api/Api';
import { pickText } from '../state/pickText';
import type { Change } from './WorkspaceState';

/** The language that the app's settings prefer; told to administrators only. @throws ApiError when the server refuses. */
export async function fetchAppLanguage(api: Api, appId: string): Promise<Change> {
  const body = await api.get(`/api/apps/${encodeURIComponent(appId)}/settings`);
  const appLanguage = pickText(body, 'settings', 'preferred_language', 'value');
  return (state) => ({ ...state, appLanguage });
}
