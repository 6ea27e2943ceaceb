import type { ApiRoute } from './Endpoint';
import {
  archiveTemplates,
  deleteTemplates,
  getTemplate,
  listTemplates,
  patchTemplate,
  postTemplate,
} from './endpoints/templateEndpoints';
import { createLegacyTemplate, deleteLegacyTemplate, listLegacyTemplates } from './endpoints/legacyTemplateEndpoints';
import { deleteBlockUsers, getBlockUsers, postBlockUsers } from './endpoints/blockEndpoints';
import { deleteMedia, downloadMedia, getMedia, postMedia } from './endpoints/mediaEndpoints';
import { getBusinessProfile, getHealthStatus, postBusinessProfile } from './endpoints/accountEndpoints';
import { getWabaWebhook, getWebhook, postWabaWebhook, postWebhook } from './endpoints/webhookEndpoints';
import { postMessages } from './endpoints/messageEndpoints';

/** The endpoints of 360dialog's Cloud API that the simulator has; every other path is answered 403 as blocked. */
export const apiRoutes: ApiRoute[] = [
  { method: 'post', path: '/messages', target: 'send', endpoint: postMessages },
  { method: 'get', path: '/v1/configs/webhook', target: 'webhook', endpoint: getWebhook },
  { method: 'post', path: '/v1/configs/webhook', target: 'webhook', endpoint: postWebhook },
  { method: 'get', path: '/waba_webhook', target: 'webhook', endpoint: getWabaWebhook },
  { method: 'post', path: '/waba_webhook', target: 'webhook', endpoint: postWabaWebhook },
  { method: 'get', path: '/health_status', target: 'health', endpoint: getHealthStatus },
  { method: 'get', path: '/whatsapp_business_profile', target: 'other', endpoint: getBusinessProfile },
  { method: 'post', path: '/whatsapp_business_profile', target: 'other', endpoint: postBusinessProfile },
  { method: 'get', path: '/block_users', target: 'other', endpoint: getBlockUsers },
  { method: 'post', path: '/block_users', target: 'other', endpoint: postBlockUsers },
  { method: 'delete', path: '/block_users', target: 'other', endpoint: deleteBlockUsers },
  { method: 'get', path: '/v1/configs/templates', target: 'templates', endpoint: listLegacyTemplates },
  { method: 'post', path: '/v1/configs/templates', target: 'templates', endpoint: createLegacyTemplate },
  { method: 'delete', path: '/v1/configs/templates/:name', target: 'templates', endpoint: deleteLegacyTemplate },
  { method: 'get', path: '/message_templates', target: 'templates', endpoint: listTemplates },
  { method: 'post', path: '/message_templates', target: 'templates', endpoint: postTemplate },
  { method: 'delete', path: '/message_templates', target: 'templates', endpoint: deleteTemplates },
  {
    method: 'post',
    path: '/message_templates/archive',
    target: 'templates',
    endpoint: archiveTemplates('ARCHIVED', 'archived_templates'),
  },
  {
    method: 'post',
    path: '/message_templates/unarchive',
    target: 'templates',
    endpoint: archiveTemplates('APPROVED', 'unarchived_templates'),
  },
  { method: 'get', path: '/message_templates/:id', target: 'templates', endpoint: getTemplate },
  { method: 'post', path: '/message_templates/:id', target: 'templates', endpoint: patchTemplate },
  { method: 'post', path: '/media', target: 'media upload', endpoint: postMedia },
  { method: 'get', path: '/whatsapp_business/attachments', target: 'media download', endpoint: downloadMedia },
  // Last: a media id is any single path segment, as on Graph.
  { method: 'get', path: '/:id', target: 'media info', endpoint: getMedia },
  { method: 'delete', path: '/:id', target: 'media info', endpoint: deleteMedia },
];
