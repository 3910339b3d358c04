import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'

const psql = (...a: string[]) =>
  execFileSync('psql', ['-h', '127.0.0.1', '-p', '54399', '-U', 'postgres', '-q', ...a])
export async function createTestDatabase() {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  psql('-c', `create database ${name}`)
  for (const f of execFileSync('bash', ['-c', 'ls prisma/migrations/*/migration.sql'])
    .toString()
    .trim()
    .split('\n'))
    psql('-d', name, '-f', f)
  return {
    url: `postgresql://postgres@127.0.0.1:54399/${name}`,
    drop: async () => {
      psql('-c', `drop database ${name} with (force)`)
    },
  }
}
