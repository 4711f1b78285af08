import type { Middleware } from 'koa'
import send from 'koa-send'

const HASHED = /\.[0-9a-f]{8,}\.(js|css)$|\/static\//
const YEAR_SECONDS = 31_536_000

/** Serves the built web pages; every address that is not a file is a page of the app and answers its index. */
export const servePages =
  (folder: string): Middleware =>
  async (ctx, next) => {
    if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || /^\/(api|healthz|readyz|metrics)(\/|$)/.test(ctx.path)) {
      await next()
      return
    }
    const isFile = /\.\w{2,5}$/.test(ctx.path)
    try {
      await send(ctx, isFile ? ctx.path : '/index.html', {
        root: folder,
        setHeaders: (response, path) => {
          const age = HASHED.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache'
          response.setHeader('Cache-Control', age)
        },
      })
    } catch (error) {
      // Unreadable and missing files are the same 404 as an unknown address.
      if (error instanceof Error && 'status' in error && Number(error.status) < 500) await next()
      else throw error
    }
  }
