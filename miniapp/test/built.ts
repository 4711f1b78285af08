import path from 'node:path'

/** Where `taro build --type weapp` leaves the mini-program; WEAPP_DIR names another one. */
export const BUILT = path.resolve(process.env['WEAPP_DIR'] ?? path.join(import.meta.dirname, '../dist/weapp'))

/** The address of the API in the built code (TARO_APP_API, when it was built). */
export const BUILT_API = process.env['TARO_APP_API'] ?? 'http://localhost:8787'
