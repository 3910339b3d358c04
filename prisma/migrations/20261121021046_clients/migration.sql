-- CreateEnum
CREATE TYPE "client_kind" AS ENUM ('REGISTERED', 'API');

-- CreateEnum
CREATE TYPE "auth_method" AS ENUM ('CLIENT_SECRET_BASIC', 'CLIENT_SECRET_POST', 'PRIVATE_KEY_JWT');

-- AlterTable
ALTER TABLE "ssa" ADD COLUMN     "custom_attributes" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "issued_by_client" TEXT,
ADD COLUMN     "signature" BYTEA;

-- CreateTable
CREATE TABLE "client" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT,
    "kind" "client_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "auth_method" "auth_method" NOT NULL,
    "secret_hash" TEXT,
    "jwks" JSONB,
    "scopes" TEXT[],
    "grant_types" TEXT[],
    "response_types" TEXT[],
    "redirect_uris" TEXT[],
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "ssa_jti" UUID,
    "registration_token_hash" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "used_assertion" (
    "client_id" TEXT NOT NULL,
    "jti" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "used_assertion_pkey" PRIMARY KEY ("client_id","jti")
);

-- CreateTable
CREATE TABLE "revoked_token" (
    "jti" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revoked_token_pkey" PRIMARY KEY ("jti")
);

-- CreateTable
CREATE TABLE "initial_access_token" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "uses_left" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "initial_access_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "client_registration_token_hash_key" ON "client"("registration_token_hash");

-- CreateIndex
CREATE INDEX "client_organization_id_created_at_id_idx" ON "client"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "client_ssa_jti_idx" ON "client"("ssa_jti");

-- CreateIndex
CREATE INDEX "client_expires_at_idx" ON "client"("expires_at");

-- CreateIndex
CREATE INDEX "used_assertion_expires_at_idx" ON "used_assertion"("expires_at");

-- CreateIndex
CREATE INDEX "revoked_token_expires_at_idx" ON "revoked_token"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "initial_access_token_token_hash_key" ON "initial_access_token"("token_hash");

-- CreateIndex
CREATE INDEX "initial_access_token_expires_at_idx" ON "initial_access_token"("expires_at");

-- CreateIndex
CREATE INDEX "ssa_organization_id_issued_by_client_created_at_idx" ON "ssa"("organization_id", "issued_by_client", "created_at");

-- CreateIndex
CREATE INDEX "ssa_issued_by_client_created_at_idx" ON "ssa"("issued_by_client", "created_at");

-- AddForeignKey
ALTER TABLE "client" ADD CONSTRAINT "client_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client" ADD CONSTRAINT "client_ssa_jti_fkey" FOREIGN KEY ("ssa_jti") REFERENCES "ssa"("jti") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client" ADD CONSTRAINT "client_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "used_assertion" ADD CONSTRAINT "used_assertion_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "client"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Constraints that the schema language cannot say.
ALTER TABLE "client" ADD CONSTRAINT "client_has_credentials" CHECK (("auth_method" = 'PRIVATE_KEY_JWT') = ("secret_hash" IS NULL));
ALTER TABLE "initial_access_token" ADD CONSTRAINT "initial_access_token_uses" CHECK ("uses_left" >= 0);
