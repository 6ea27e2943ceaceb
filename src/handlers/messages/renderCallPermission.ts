import type { Renderer } from './Renderer';

/** The answer to the question whether the business may call. */
export const renderCallPermission: Renderer<'call-permission'> = ({ isGranted, expiresAt }, t) => {
  if (!isGranted) return { text: t('messages:callRefused') };
  if (expiresAt === undefined) return { text: t('messages:callAllowed') };
  const format = new Intl.DateTimeFormat(t('messages:numberFormat'), { dateStyle: 'long', timeZone: 'UTC' });
  return { text: t('messages:callAllowedUntil', { date: format.format(expiresAt) }) };
};
