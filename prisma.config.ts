import { defineConfig } from 'prisma/config'

// Prisma's command line downloads its native schema engine unless told where one is; `generate`,
// `validate` and `format` never run it, so any existing program will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: 'prisma/schema' })
