import { showDay } from '../translation/showDay';
import type { Renderer } from './Renderer';

/** The answer to the question whether the business may call. */
export const renderCallPermission: Renderer<'call-permission'> = ({ isGranted, expiresAt }, t) => {
  if (!isGranted) return { text: t('messages:callRefused') };
  if (expiresAt === undefined) return { text: t('messages:callAllowed') };
  return { text: t('messages:callAllowedUntil', { date: showDay(expiresAt, t) }) };
};
