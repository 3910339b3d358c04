-- CreateTable
CREATE TABLE "github_access" (
    "identity_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "sealed_token" BYTEA,
    "scopes" TEXT[],
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "lost_at" TIMESTAMPTZ(3),

    CONSTRAINT "github_access_pkey" PRIMARY KEY ("identity_id")
);

-- CreateTable
CREATE TABLE "chosen_repository" (
    "organization_id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chosen_repository_pkey" PRIMARY KEY ("organization_id","account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "github_access_account_id_key" ON "github_access"("account_id");

-- AddForeignKey
ALTER TABLE "github_access" ADD CONSTRAINT "github_access_identity_id_fkey" FOREIGN KEY ("identity_id") REFERENCES "identity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "github_access" ADD CONSTRAINT "github_access_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chosen_repository" ADD CONSTRAINT "chosen_repository_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "member"("organization_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "github_access" ADD CONSTRAINT "github_access_lost_without_token" CHECK (("sealed_token" IS NULL) = ("lost_at" IS NOT NULL));
ALTER TABLE "chosen_repository" ADD CONSTRAINT "chosen_repository_name" CHECK ("full_name" ~ '^[^/]+/[^/]+$');
