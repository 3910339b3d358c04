-- CreateEnum
CREATE TYPE "identity_provider" AS ENUM ('EMAIL', 'GITHUB');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('OPERATOR', 'SALES');

-- CreateEnum
CREATE TYPE "key_purpose" AS ENUM ('SSA', 'TOKEN');

-- CreateEnum
CREATE TYPE "key_status" AS ENUM ('NEXT', 'ACTIVE', 'RETIRED', 'GONE');

-- CreateEnum
CREATE TYPE "organization_kind" AS ENUM ('PERSONAL', 'TEAM', 'EXTERNAL');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('OWNER', 'ADMIN', 'VIEWER');

-- CreateEnum
CREATE TYPE "ssa_status" AS ENUM ('ACTIVE', 'USED', 'REVOKED');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "provider" "identity_provider" NOT NULL,
    "subject" TEXT NOT NULL,
    "login" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_agent" TEXT,
    "address" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_token" (
    "email" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_token_pkey" PRIMARY KEY ("email","token_hash")
);

-- CreateTable
CREATE TABLE "staff_grant" (
    "email" TEXT NOT NULL,
    "role" "staff_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_grant_pkey" PRIMARY KEY ("email","role")
);

-- CreateTable
CREATE TABLE "rate_window" (
    "key" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_window_pkey" PRIMARY KEY ("key","starts_at")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "organization_id" TEXT,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "object_name" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT NOT NULL,
    "address" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "kid" TEXT NOT NULL,
    "purpose" "key_purpose" NOT NULL,
    "alg" TEXT NOT NULL,
    "status" "key_status" NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "private_key" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activated_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "issuer" (
    "url" TEXT NOT NULL,
    "first_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issuer_pkey" PRIMARY KEY ("url")
);

-- CreateTable
CREATE TABLE "master_secret_check" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "master_secret_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" TEXT NOT NULL,
    "folded_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "organization_kind" NOT NULL,
    "personal_of" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "organization_id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("organization_id","account_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "organization_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ssa" (
    "jti" UUID NOT NULL,
    "organization_id" TEXT NOT NULL,
    "software_id" TEXT NOT NULL,
    "held_name" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "software_roles" TEXT[],
    "grant_types" TEXT[],
    "one_time_use" BOOLEAN NOT NULL,
    "rotate_ssa" BOOLEAN NOT NULL,
    "lifetime" INTEGER,
    "status" "ssa_status" NOT NULL DEFAULT 'ACTIVE',
    "kid" TEXT NOT NULL,
    "signing_input" TEXT NOT NULL,
    "issued_by_id" UUID,
    "issued_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(0) NOT NULL,
    "expires_at" TIMESTAMPTZ(0) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "ssa_pkey" PRIMARY KEY ("jti")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "identity_provider_subject_key" ON "identity"("provider", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "identity_account_id_provider_key" ON "identity"("account_id", "provider");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "sign_in_token_expires_at_idx" ON "sign_in_token"("expires_at");

-- CreateIndex
CREATE INDEX "rate_window_ends_at_idx" ON "rate_window"("ends_at");

-- CreateIndex
CREATE INDEX "audit_event_organization_id_at_id_idx" ON "audit_event"("organization_id", "at", "id");

-- CreateIndex
CREATE INDEX "audit_event_organization_id_object_type_object_id_at_idx" ON "audit_event"("organization_id", "object_type", "object_id", "at");

-- CreateIndex
CREATE INDEX "signing_key_purpose_status_idx" ON "signing_key"("purpose", "status");

-- CreateIndex
CREATE UNIQUE INDEX "organization_folded_id_key" ON "organization"("folded_id");

-- CreateIndex
CREATE UNIQUE INDEX "organization_personal_of_key" ON "organization"("personal_of");

-- CreateIndex
CREATE INDEX "member_account_id_idx" ON "member"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_organization_id_email_key" ON "invitation"("organization_id", "email");

-- CreateIndex
CREATE INDEX "ssa_organization_id_created_at_jti_idx" ON "ssa"("organization_id", "created_at", "jti");

-- CreateIndex
CREATE INDEX "ssa_organization_id_expires_at_jti_idx" ON "ssa"("organization_id", "expires_at", "jti");

-- CreateIndex
CREATE INDEX "ssa_kid_expires_at_idx" ON "ssa"("kid", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "ssa_organization_id_held_name_key" ON "ssa"("organization_id", "held_name");

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_personal_of_fkey" FOREIGN KEY ("personal_of") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ssa" ADD CONSTRAINT "ssa_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ssa" ADD CONSTRAINT "ssa_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ssa" ADD CONSTRAINT "ssa_kid_fkey" FOREIGN KEY ("kid") REFERENCES "signing_key"("kid") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Constraints that the schema language cannot say.
-- One key of each purpose signs, and one waits, whatever several processes do at once.
CREATE UNIQUE INDEX "signing_key_one_active" ON "signing_key"("purpose") WHERE "status" = 'ACTIVE';
CREATE UNIQUE INDEX "signing_key_one_next" ON "signing_key"("purpose") WHERE "status" = 'NEXT';
ALTER TABLE "signing_key" ADD CONSTRAINT "signing_key_private_until_gone" CHECK (("status" = 'GONE') = ("private_key" IS NULL));
ALTER TABLE "ssa" ADD CONSTRAINT "ssa_lifetime_positive" CHECK ("lifetime" > 0);
-- Only a statement that may still be live holds its name.
ALTER TABLE "ssa" ADD CONSTRAINT "ssa_name_held_while_active" CHECK ("held_name" IS NULL OR "status" = 'ACTIVE');
ALTER TABLE "organization" ADD CONSTRAINT "organization_folded_id" CHECK ("folded_id" = lower("id"));
ALTER TABLE "account" ADD CONSTRAINT "account_email_folded" CHECK ("email" = lower("email"));
ALTER TABLE "master_secret_check" ADD CONSTRAINT "master_secret_check_one_row" CHECK ("id" = 1);
