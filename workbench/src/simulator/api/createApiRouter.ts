import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import multer from 'multer';
import { providerError } from '../errors/metaError';
import type { Simulator } from '../Simulator';
import { apiRoutes } from './apiRoutes';
import { blockedPath } from './blockedPath';
import { handleApiRequest, sendAnswer } from './handleApiRequest';

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
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) next(error);
    else
      sendAnswer(
        response,
        providerError(statusOf(error), error instanceof Error ? error.message : 'Internal server error'),
      );
  });
  return router;
}

/** Errors of the body parsers carry their status (too large, a broken upload). */
function statusOf(error: unknown): number {
  if (error instanceof multer.MulterError) return error.code === 'LIMIT_FILE_SIZE' ? 413 : 400;
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
}

function isMultipart(contentType: string | undefined): boolean {
  return contentType?.startsWith('multipart/form-data') ?? false;
}
