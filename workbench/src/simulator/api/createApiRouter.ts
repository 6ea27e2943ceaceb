import express, { type Router } from 'express';
import multer from 'multer';
import type { Simulator } from '../Simulator';
import { apiRoutes } from './apiRoutes';
import { blockedPath } from './blockedPath';
import { handleApiRequest } from './handleApiRequest';

const LARGEST_FILE = 110 * 1024 * 1024;

/** 360dialog's API, at the root. */
export function createApiRouter(simulator: Simulator): Router {
  const router = express.Router();
  router.use(express.raw({ type: (request) => !isMultipart(request.headers['content-type']), limit: '5mb' }));
  router.use(multer({ storage: multer.memoryStorage(), limits: { fileSize: LARGEST_FILE } }).single('file'));
  for (const route of apiRoutes) {
    router[route.method](route.path, (request, response) => handleApiRequest(simulator, route, request, response));
  }
  router.use((request, response) =>
    handleApiRequest(
      simulator,
      {
        method: 'get',
        path: '',
        target: 'other',
        endpoint: () => blockedPath(simulator, request.path),
      },
      request,
      response,
    ),
  );
  return router;
}

function isMultipart(contentType: string | undefined): boolean {
  return contentType?.startsWith('multipart/form-data') ?? false;
}
