// Plain JavaScript: Next would compile a TypeScript file at every start.
/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // server.ts compresses nothing itself; a proxy in front usually does, and Next does when there is none.
  compress: true,
  serverExternalPackages: ['pg', 'pg-boss', 'pino', 'nodemailer', '@prisma/client', '@prisma/adapter-pg'],
  // `npm test` checks types; whoever starts the portal need not wait for that.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    authInterrupts: true,
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
  },
}

export default config
