import { DoorError } from './refusal'

interface Route {
  method: string
  path: string
}

/** Tells a wrong verb (405 with `Allow`) from an unknown path (404), from the routes that an app has. */
export function strayCalls(routes: Route[]): (path: string) => DoorError {
  const served = routes.filter(route => !route.path.includes('*'))
  return path => {
    const methods = new Set(
      served.filter(route => covers(route.path, path)).map(route => route.method.toUpperCase()),
    )
    if (methods.size === 0)
      return new DoorError(404, 'There is no such endpoint. All of them are described at /openapi.json.')
    if (methods.has('GET')) methods.add('HEAD')
    methods.add('OPTIONS')
    const allow = [...methods].sort().join(', ')
    return new DoorError(405, `This endpoint does not answer this method. Use one of ${allow}.`, { allow })
  }
}

function covers(pattern: string, path: string): boolean {
  const wanted = pattern.split('/')
  const given = path.split('/')
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith(':') || part === given[index])
  )
}
