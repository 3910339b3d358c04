-- The job queue: the tables of pg-boss 10.4 (its schema version 24), written out so that they are there before any
-- process starts, and for every test. Two differences to what pg-boss would create itself: all queues share one
-- partition, and the two functions that add and drop partitions are left out. A new queue is one row in jobs.queue.
-- Mind that statements are split at every semicolon.

CREATE SCHEMA "jobs";

CREATE TYPE jobs.job_state AS ENUM ('created', 'retry', 'active', 'completed', 'cancelled', 'failed');

CREATE TABLE jobs.version (
    version int PRIMARY KEY,
    maintained_on timestamptz,
    cron_on timestamptz,
    monitored_on timestamptz
);

CREATE TABLE jobs.queue (
    name text PRIMARY KEY,
    policy text,
    retry_limit int,
    retry_delay int,
    retry_backoff bool,
    expire_seconds int,
    retention_minutes int,
    dead_letter text REFERENCES jobs.queue (name),
    partition_name text,
    created_on timestamptz NOT NULL DEFAULT now(),
    updated_on timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE jobs.schedule (
    name text PRIMARY KEY REFERENCES jobs.queue ON DELETE CASCADE,
    cron text NOT NULL,
    timezone text,
    data jsonb,
    options jsonb,
    created_on timestamptz NOT NULL DEFAULT now(),
    updated_on timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE jobs.subscription (
    event text NOT NULL,
    name text NOT NULL REFERENCES jobs.queue ON DELETE CASCADE,
    created_on timestamptz NOT NULL DEFAULT now(),
    updated_on timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (event, name)
);

CREATE TABLE jobs.job (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    name text NOT NULL,
    priority integer NOT NULL DEFAULT 0,
    data jsonb,
    state jobs.job_state NOT NULL DEFAULT 'created',
    retry_limit integer NOT NULL DEFAULT 2,
    retry_count integer NOT NULL DEFAULT 0,
    retry_delay integer NOT NULL DEFAULT 0,
    retry_backoff boolean NOT NULL DEFAULT false,
    start_after timestamptz NOT NULL DEFAULT now(),
    started_on timestamptz,
    singleton_key text,
    singleton_on timestamp,
    expire_in interval NOT NULL DEFAULT interval '15 minutes',
    created_on timestamptz NOT NULL DEFAULT now(),
    completed_on timestamptz,
    keep_until timestamptz NOT NULL DEFAULT now() + interval '14 days',
    output jsonb,
    dead_letter text,
    policy text,
    PRIMARY KEY (name, id),
    CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES jobs.queue (name)
        ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES jobs.queue (name)
        ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) PARTITION BY LIST (name);

CREATE TABLE jobs.job_common PARTITION OF jobs.job DEFAULT;

CREATE UNIQUE INDEX job_i1 ON jobs.job (name, COALESCE(singleton_key, ''))
    WHERE state = 'created' AND policy = 'short';

CREATE UNIQUE INDEX job_i2 ON jobs.job (name, COALESCE(singleton_key, ''))
    WHERE state = 'active' AND policy = 'singleton';

CREATE UNIQUE INDEX job_i3 ON jobs.job (name, state, COALESCE(singleton_key, ''))
    WHERE state <= 'active' AND policy = 'stately';

CREATE UNIQUE INDEX job_i4 ON jobs.job (name, singleton_on, COALESCE(singleton_key, ''))
    WHERE state <> 'cancelled' AND singleton_on IS NOT NULL;

CREATE INDEX job_i5 ON jobs.job (name, start_after) INCLUDE (priority, created_on, id)
    WHERE state < 'active';

CREATE TABLE jobs.archive (LIKE jobs.job);

ALTER TABLE jobs.archive ADD PRIMARY KEY (name, id);

ALTER TABLE jobs.archive ADD archived_on timestamptz NOT NULL DEFAULT now();

CREATE INDEX archive_i1 ON jobs.archive (archived_on);

INSERT INTO jobs.version (version) VALUES (24);

-- A mail is tried for about six hours (15 s, doubling), the daily sweep thrice.
INSERT INTO jobs.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds)
VALUES
    ('mail', 'standard', 10, 15, true, 120),
    ('sweep', 'standard', 2, 60, true, 900);
