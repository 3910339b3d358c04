-- CreateTable
CREATE TABLE "ssa_check" (
    "jti" UUID NOT NULL,
    "times" BIGINT NOT NULL,
    "refused" BIGINT NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ssa_check_pkey" PRIMARY KEY ("jti")
);

-- CreateTable
CREATE TABLE "ssa_check_day" (
    "day" DATE NOT NULL,
    "times" BIGINT NOT NULL,
    "refused" BIGINT NOT NULL,

    CONSTRAINT "ssa_check_day_pkey" PRIMARY KEY ("day")
);

-- AddForeignKey
ALTER TABLE "ssa_check" ADD CONSTRAINT "ssa_check_jti_fkey" FOREIGN KEY ("jti") REFERENCES "ssa"("jti") ON DELETE CASCADE ON UPDATE CASCADE;
