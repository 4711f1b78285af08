/** Addresses that are no route by their name. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '/': 'home/pages/index/index',
  '/nowhere': 'home/pages/not-found/index',
}

/** The app's own table of routes. */
const routes = async (): Promise<string[]> => {
  // A global of Taro's build.
  Reflect.set(globalThis, 'defineAppConfig', (config: unknown) => config)
  const {
    default: { pages = [], subPackages = [] },
  } = await import('../../src/app.config')
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]
}

const routeOf = (path: string): string => {
  const address = path.split('?')[0] ?? ''
  return ELSEWHERE[address] ?? address.slice(1)
}

/** Routes of the app that none of these addresses is: a new page is walked through from its first day. */
export const unwalkedRoutes = async (addresses: readonly string[]): Promise<string[]> => {
  const walked = new Set(addresses.map(routeOf))
  return (await routes()).filter((route) => !walked.has(route))
}
