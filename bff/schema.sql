-- Generated from the migrations by `pnpm generate`; review it with every migration.

create table config_version (
  hash text not null,
  snapshot jsonb not null,
  loaded_at timestamp with time zone not null
);
create table idempotency_key (
  person_id uuid not null,
  key text not null,
  operation text not null,
  body_hash text not null,
  result jsonb,
  created_at timestamp with time zone not null
);
create table inbox_message (
  id uuid not null,
  person_id uuid not null,
  community_id text not null,
  kind text not null,
  work_item_id uuid,
  subject_id uuid,
  details jsonb not null,
  job_id uuid not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone
);
create table issue (
  community_id text not null,
  id uuid not null,
  work_item_id uuid not null,
  reporter_id uuid not null,
  service_code text not null,
  description text not null,
  place_id text,
  lat double precision,
  lng double precision,
  visibility text not null,
  withdrawn_at timestamp with time zone,
  created_at timestamp with time zone not null
);
create table person (
  id uuid not null,
  name text not null,
  is_demo boolean not null,
  created_at timestamp with time zone not null
);
create table rate_limit (
  key character varying(255) not null,
  points integer not null default 0,
  expire bigint
);
create table receipt_counter (
  community_id text not null,
  day date not null,
  last integer not null
);
create table role_assignment (
  person_id uuid not null,
  role text not null,
  community_id text,
  grid_cell_id text,
  unit_id text
);
create table session (
  token_hash text not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create table work_item (
  community_id text not null,
  id uuid not null,
  receipt_number text not null,
  service text not null,
  service_code text not null,
  subject_id uuid not null,
  title text not null,
  confidentiality text not null,
  grid_cell_id text,
  queue_id text not null,
  requester_id uuid not null,
  assignee_id uuid,
  excluded_staff_ids uuid[] not null default '{}'::uuid[],
  priority smallint not null,
  state text not null,
  outcome text,
  due_at timestamp with time zone not null,
  version integer not null default 1,
  reopened_count integer not null default 0,
  route_rule_id text not null,
  routed_because jsonb not null,
  config_hash text not null,
  created_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  closed_at timestamp with time zone
);
create table work_item_event (
  community_id text not null,
  id uuid not null,
  work_item_id uuid not null,
  kind text not null,
  from_state text,
  to_state text not null,
  queue_id text not null,
  actor_id uuid not null,
  acting_for_id uuid,
  message_id uuid,
  visible_to text not null,
  created_at timestamp with time zone not null
);
create table work_item_message (
  community_id text not null,
  id uuid not null,
  work_item_id uuid not null,
  author_id uuid not null,
  body text not null,
  visible_to text not null,
  created_at timestamp with time zone not null,
  redacted_at timestamp with time zone
);
create table work_item_rating (
  community_id text not null,
  work_item_id uuid not null,
  round integer not null,
  solved boolean not null,
  satisfaction smallint not null,
  comment text,
  rated_by uuid not null,
  rated_at timestamp with time zone not null
);

alter table config_version add constraint config_version_pkey PRIMARY KEY (hash);
alter table idempotency_key add constraint idempotency_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table idempotency_key add constraint idempotency_key_pkey PRIMARY KEY (person_id, key);
alter table inbox_message add constraint inbox_message_job_id_key UNIQUE (job_id);
alter table inbox_message add constraint inbox_message_kind_check CHECK ((kind = ANY (ARRAY['receipt'::text, 'accepted'::text, 'resolved'::text, 'closed'::text, 'returned_to_queue'::text])));
alter table inbox_message add constraint inbox_message_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table inbox_message add constraint inbox_message_pkey PRIMARY KEY (id);
alter table issue add constraint issue_check CHECK (((place_id IS NOT NULL) OR ((lat IS NOT NULL) AND (lng IS NOT NULL))));
alter table issue add constraint issue_community_id_work_item_id_key UNIQUE (community_id, work_item_id);
alter table issue add constraint issue_pkey PRIMARY KEY (community_id, id);
alter table issue add constraint issue_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES person(id);
alter table issue add constraint issue_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'public'::text])));
alter table person add constraint person_pkey PRIMARY KEY (id);
alter table rate_limit add constraint rate_limit_pkey PRIMARY KEY (key);
alter table receipt_counter add constraint receipt_counter_pkey PRIMARY KEY (community_id, day);
alter table role_assignment add constraint role_assignment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table role_assignment add constraint role_assignment_person_id_role_community_id_grid_cell_id_un_key UNIQUE NULLS NOT DISTINCT (person_id, role, community_id, grid_cell_id, unit_id);
alter table role_assignment add constraint role_assignment_role_check CHECK ((role = ANY (ARRAY['resident'::text, 'grid_worker'::text, 'grid_leader'::text, 'community_staff'::text, 'subdistrict_staff'::text, 'department_staff'::text, 'mediation_committee'::text, 'mediator'::text, 'kitchen'::text, 'childcare_worker'::text, 'visiting_worker'::text, 'admin'::text])));
alter table session add constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table session add constraint session_pkey PRIMARY KEY (token_hash);
alter table work_item add constraint work_item_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES person(id);
alter table work_item add constraint work_item_check CHECK (((state = 'closed'::text) = (outcome IS NOT NULL)));
alter table work_item add constraint work_item_check1 CHECK (((state = ANY (ARRAY['dispatched'::text, 'accepted'::text])) <= (assignee_id IS NOT NULL)));
alter table work_item add constraint work_item_community_id_receipt_number_key UNIQUE (community_id, receipt_number);
alter table work_item add constraint work_item_confidentiality_check CHECK ((confidentiality = ANY (ARRAY['ordinary'::text, 'confidential'::text])));
alter table work_item add constraint work_item_config_hash_fkey FOREIGN KEY (config_hash) REFERENCES config_version(hash);
alter table work_item add constraint work_item_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'not_ours'::text, 'withdrawn'::text, 'rejected'::text, 'merged'::text, 'converted'::text])));
alter table work_item add constraint work_item_pkey PRIMARY KEY (community_id, id);
alter table work_item add constraint work_item_priority_check CHECK (((priority >= 0) AND (priority <= 3)));
alter table work_item add constraint work_item_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES person(id);
alter table work_item add constraint work_item_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'dispatched'::text, 'accepted'::text, 'resolved'::text, 'closed'::text])));
alter table work_item_event add constraint work_item_event_acting_for_id_fkey FOREIGN KEY (acting_for_id) REFERENCES person(id);
alter table work_item_event add constraint work_item_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id);
alter table work_item_event add constraint work_item_event_community_id_work_item_id_fkey FOREIGN KEY (community_id, work_item_id) REFERENCES work_item(community_id, id);
alter table work_item_event add constraint work_item_event_from_state_check CHECK ((from_state = ANY (ARRAY['queued'::text, 'dispatched'::text, 'accepted'::text, 'resolved'::text, 'closed'::text])));
alter table work_item_event add constraint work_item_event_kind_check CHECK ((kind = ANY (ARRAY['enqueued'::text, 'claimed'::text, 'dispatched'::text, 'accepted'::text, 'returned'::text, 'resolved'::text, 'closed'::text, 'reopened'::text, 'withdrawn'::text, 'rated'::text])));
alter table work_item_event add constraint work_item_event_pkey PRIMARY KEY (community_id, id);
alter table work_item_event add constraint work_item_event_to_state_check CHECK ((to_state = ANY (ARRAY['queued'::text, 'dispatched'::text, 'accepted'::text, 'resolved'::text, 'closed'::text])));
alter table work_item_event add constraint work_item_event_visible_to_check CHECK ((visible_to = ANY (ARRAY['requester'::text, 'staff'::text])));
alter table work_item_message add constraint work_item_message_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);
alter table work_item_message add constraint work_item_message_community_id_work_item_id_fkey FOREIGN KEY (community_id, work_item_id) REFERENCES work_item(community_id, id);
alter table work_item_message add constraint work_item_message_pkey PRIMARY KEY (community_id, id);
alter table work_item_message add constraint work_item_message_visible_to_check CHECK ((visible_to = ANY (ARRAY['requester'::text, 'staff'::text])));
alter table work_item_rating add constraint work_item_rating_community_id_work_item_id_fkey FOREIGN KEY (community_id, work_item_id) REFERENCES work_item(community_id, id);
alter table work_item_rating add constraint work_item_rating_pkey PRIMARY KEY (community_id, work_item_id, round);
alter table work_item_rating add constraint work_item_rating_rated_by_fkey FOREIGN KEY (rated_by) REFERENCES person(id);
alter table work_item_rating add constraint work_item_rating_satisfaction_check CHECK (((satisfaction >= 1) AND (satisfaction <= 5)));

CREATE INDEX idempotency_key_by_age ON public.idempotency_key USING btree (created_at);
CREATE INDEX inbox_message_by_person ON public.inbox_message USING btree (person_id, id DESC);
CREATE INDEX issue_public ON public.issue USING btree (community_id, id DESC) WHERE ((visibility = 'public'::text) AND (withdrawn_at IS NULL));
CREATE INDEX session_by_person ON public.session USING btree (person_id);
CREATE INDEX work_item_by_requester ON public.work_item USING btree (requester_id, id DESC);
CREATE INDEX work_item_by_subject ON public.work_item USING btree (community_id, subject_id);
CREATE INDEX work_item_done_by_queue ON public.work_item USING btree (queue_id, state, id DESC) WHERE (state = ANY (ARRAY['resolved'::text, 'closed'::text]));
CREATE INDEX work_item_event_by_item ON public.work_item_event USING btree (community_id, work_item_id, id);
CREATE INDEX work_item_open_by_assignee ON public.work_item USING btree (assignee_id, due_at, id) WHERE (state = ANY (ARRAY['dispatched'::text, 'accepted'::text]));
CREATE INDEX work_item_open_by_queue ON public.work_item USING btree (queue_id, due_at, id) WHERE (state = ANY (ARRAY['queued'::text, 'dispatched'::text, 'accepted'::text]));

CREATE TRIGGER work_item_event_append_only BEFORE DELETE OR UPDATE ON public.work_item_event FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
CREATE TRIGGER work_item_event_never_truncated BEFORE TRUNCATE ON public.work_item_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();
