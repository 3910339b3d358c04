// An extension module for tests: the name of the software says what it does.

const forever = () => {
  for (;;) {
    // Nothing but another thread ends this.
  }
}

export function create(jwt, context) {
  switch (jwt.claims.software_id) {
    case 'throws':
      throw new Error('create was told to throw')
    case 'loops':
      return forever()
    case 'never answers':
      return new Promise(() => {})
    case 'exits':
      return process.exit(1)
    case 'eats memory': {
      const all = []
      for (;;) all.push(new Array(1000).fill(all.length))
    }
    case 'returns a function':
      return { header: jwt.header, claims: { call: () => {} } }
    case 'takes it back':
      jwt.claims.added = true
      return false
    case 'returns another':
      return { header: jwt.header, claims: { ...jwt.claims, another: true } }
    case 'changes iss':
    case 'changes jti':
    case 'changes org_id':
    case 'changes iat':
    case 'changes exp':
      jwt.claims[jwt.claims.software_id.slice(8)] = 1
      return true
    case 'removes exp':
      delete jwt.claims.exp
      return true
    case 'changes alg':
      jwt.header.alg = 'none'
      return true
    case 'too long':
      jwt.claims.long = 'x'.repeat(40_000)
      return true
    case 'plain':
      return undefined
    default:
      jwt.header.custom_header_name = 'custom_header_value'
      jwt.claims.custom_claim_name = context.caller.name
      return true
  }
}

export async function get(list) {
  for (const one of list) {
    if (one.ssa.description === 'get throws') throw new Error('get was told to throw')
    if (one.ssa.description === 'get loops') forever()
    one.ssa.edited = true
  }
  return list.filter(one => one.ssa.description !== 'hidden')
}

export function revoke(list) {
  for (const one of list) {
    if (one.ssa.description === 'revoke throws') throw new Error('revoke was told to throw')
    if (one.ssa.description === 'revoke loops') forever()
  }
}
