-- Generated from the migrations by `pnpm generate`; review it with every migration.

create table absence_check (
  community_id text not null,
  person_id uuid not null,
  checker text not null,
  consent_version text not null,
  consented_at timestamp with time zone not null,
  consented_with uuid not null
);
create table activity_sign_up (
  community_id text not null,
  id uuid not null,
  child_id uuid,
  consent_version text,
  consented_at timestamp with time zone
);
create table assist_session (
  community_id text not null,
  id uuid not null,
  staff_id uuid not null,
  resident_id uuid not null,
  reason text not null,
  note text,
  started_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
create table audit_line (
  community_id text not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_id uuid not null,
  action text not null,
  details jsonb not null
);
create table booking (
  community_id text not null,
  id uuid not null,
  slot_id uuid not null,
  subject_id uuid not null,
  person_id uuid not null,
  state text not null,
  during tstzrange not null,
  waitlist_reason text,
  held_at timestamp with time zone,
  expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  filed_by_id uuid
);
create table booking_event (
  community_id text not null,
  id uuid not null,
  booking_id uuid not null,
  move text not null,
  actor_id uuid,
  created_at timestamp with time zone not null
);
create table calendar_feed (
  person_id uuid not null,
  token_hash text not null,
  created_at timestamp with time zone not null
);
create table call (
  community_id text not null,
  id uuid not null,
  person_id uuid not null,
  due_on date not null,
  needs_visit boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  is_urgent boolean not null default false
);
create table call_attempt (
  community_id text not null,
  call_id uuid not null,
  id uuid not null,
  outcome text not null,
  note text,
  made_by uuid not null,
  at timestamp with time zone not null
);
create table call_line (
  community_id text not null,
  call_id uuid not null,
  id uuid not null,
  kind text not null,
  details jsonb not null,
  work_item_id uuid,
  is_confidential boolean not null,
  job_id uuid not null,
  at timestamp with time zone not null,
  sealed_phone text
);
create table case_agreement (
  community_id text not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  sealed_dispute text not null,
  sealed_terms text not null,
  sealed_performance text not null,
  agreed_on date not null,
  effective_on date,
  drafted_by uuid not null,
  created_at timestamp with time zone not null
);
create table case_confirmation (
  community_id text not null,
  agreement_id uuid not null,
  side text not null,
  confirmed_by uuid not null,
  confirmed_at timestamp with time zone not null
);
create table case_due (
  community_id text not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  due_at timestamp with time zone not null,
  done_at timestamp with time zone
);
create table case_event (
  community_id text not null,
  id uuid not null,
  case_id uuid not null,
  move text not null,
  by_actor text not null,
  actor_id uuid,
  from_state text not null,
  to_state text not null,
  mediator_id uuid,
  sealed_reason text,
  created_at timestamp with time zone not null
);
create table case_follow_up (
  community_id text not null,
  id uuid not null,
  case_id uuid not null,
  side text not null,
  due_on date not null,
  result text,
  sealed_note text,
  recorded_by uuid,
  recorded_at timestamp with time zone,
  cancelled_at timestamp with time zone
);
create table case_message (
  community_id text not null,
  id uuid not null,
  case_id uuid not null,
  private_side text,
  author_side text,
  author_id uuid not null,
  mediator_id uuid not null,
  sealed_text text not null,
  created_at timestamp with time zone not null
);
create table case_party (
  community_id text not null,
  id uuid not null,
  case_id uuid not null,
  side text not null,
  person_id uuid,
  sealed_name text,
  sealed_phone text,
  needs_interpreter boolean not null default false,
  language text
);
create table case_proposal (
  community_id text not null,
  id uuid not null,
  case_id uuid not null,
  mediator_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null
);
create table case_proposal_answer (
  community_id text not null,
  proposal_id uuid not null,
  side text not null,
  is_accepted boolean not null,
  answered_at timestamp with time zone not null
);
create table case_read (
  community_id text not null,
  id uuid not null,
  case_id uuid not null,
  reader_id uuid not null,
  role text not null,
  at timestamp with time zone not null
);
create table case_session (
  community_id text not null,
  id uuid not null,
  case_id uuid not null,
  held_at timestamp with time zone not null,
  way text not null,
  sides text[] not null,
  sealed_summary text not null,
  recorded_by uuid not null,
  created_at timestamp with time zone not null
);
create table case_tick (
  community_id text not null,
  case_id uuid not null,
  side text not null,
  round integer not null,
  mediator_ids uuid[] not null,
  ticked_at timestamp with time zone not null
);
create table child (
  community_id text not null,
  id uuid not null,
  guardian_id uuid not null,
  sealed_nickname text,
  sealed_born_in text,
  sealed_allergies text,
  consent_version text not null,
  consented_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone
);
create table child_pick_up (
  community_id text not null,
  id uuid not null,
  child_id uuid not null,
  relation text not null,
  sealed_name text,
  sealed_phone text,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
create table child_read (
  community_id text not null,
  id uuid not null,
  child_id uuid not null,
  reader_id uuid not null,
  reason text not null,
  service_on date not null,
  at timestamp with time zone not null
);
create table childcare_booking (
  community_id text not null,
  id uuid not null,
  child_id uuid not null,
  centre_id text not null,
  sealed_note text,
  absence text,
  arrived_at timestamp with time zone,
  picked_up_at timestamp with time zone,
  pick_up_id uuid,
  pick_up_way text,
  not_picked_up_item_id uuid
);
create table confidential_read (
  community_id text not null,
  id uuid not null,
  reader_id uuid not null,
  person_id uuid,
  what text not null,
  at timestamp with time zone not null,
  reason text
);
create table config_version (
  hash text not null,
  snapshot jsonb not null,
  loaded_at timestamp with time zone not null
);
create table consent (
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  version text not null,
  given_at timestamp with time zone not null,
  channel text not null,
  given_with uuid,
  withdrawn_at timestamp with time zone
);
create table display_preference (
  person_id uuid not null,
  language text not null,
  is_elder_mode boolean,
  text_step text not null,
  chosen_at timestamp with time zone not null
);
create table duty_roster (
  queue_id text not null,
  version integer not null,
  mode text not null,
  shifts jsonb not null,
  saved_by uuid not null,
  saved_at timestamp with time zone not null
);
create table follow_up (
  community_id text not null,
  id uuid not null,
  work_item_id uuid not null,
  round integer not null,
  queue_id text not null,
  due_on date not null,
  result text,
  done_by uuid,
  done_at timestamp with time zone,
  is_cancelled boolean not null default false
);
create table grid_redraw (
  community_id text not null,
  redraw_id text not null,
  plan_hash text not null,
  moved_items integer not null,
  applied_by uuid not null,
  applied_at timestamp with time zone not null
);
create table held_content (
  community_id text not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  work_item_id uuid not null,
  file_id uuid,
  author_id uuid not null,
  state text not null,
  why text,
  reason text,
  held_at timestamp with time zone not null,
  answer_due_at timestamp with time zone,
  submissions smallint not null default 0,
  decided_by uuid,
  decided_at timestamp with time zone,
  ended_at timestamp with time zone
);
create table home_visit (
  community_id text not null,
  id uuid not null,
  person_id uuid not null,
  state text not null,
  version integer not null default 1,
  place_id text not null,
  sealed_door text,
  sealed_note text,
  sealed_reasons text,
  consent_version text not null,
  consented_at timestamp with time zone not null,
  not_on date[] not null default '{}'::date[],
  needs_interpreter boolean not null,
  requested_by uuid not null,
  requested_at timestamp with time zone not null,
  planning integer not null default 0,
  visitor_id uuid,
  visit_on date,
  from_minute integer,
  until_minute integer,
  sealed_code text,
  wrong_codes integer not null default 0,
  locked_at timestamp with time zone
);
create table home_visit_event (
  community_id text not null,
  id uuid not null,
  visit_id uuid not null,
  from_state text,
  to_state text not null,
  actor_id uuid not null,
  acting_for_id uuid,
  created_at timestamp with time zone not null,
  planning integer,
  visitor_id uuid,
  visit_on date,
  from_minute integer,
  until_minute integer
);
create table home_visit_outcome (
  community_id text not null,
  id uuid not null,
  visit_id uuid not null,
  planning integer not null,
  outcome text not null,
  standing text not null,
  sealed_note text,
  recorded_by uuid not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null
);
create table household (
  community_id text not null,
  id uuid not null,
  place_id text not null,
  founded_by uuid not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
create table household_member (
  community_id text not null,
  household_id uuid not null,
  person_id uuid not null,
  joined_at timestamp with time zone not null,
  left_at timestamp with time zone
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
  created_at timestamp with time zone not null,
  source text not null,
  endorsements integer not null default 0,
  redacted_at timestamp with time zone,
  team_id text,
  public_state text not null default 'shown'::text
);
create table issue_endorsement (
  community_id text not null,
  issue_id uuid not null,
  person_id uuid not null,
  created_at timestamp with time zone not null
);
create table issue_redaction (
  community_id text not null,
  issue_id uuid not null,
  description text not null,
  redacted_by uuid not null,
  redacted_at timestamp with time zone not null
);
create table issue_work (
  community_id text not null,
  issue_id uuid not null,
  work_item_id uuid not null,
  version integer not null,
  place_id text,
  cost_fen bigint,
  fund_source text,
  decided_on date,
  before_ids uuid[] not null default '{}'::uuid[],
  after_ids uuid[] not null default '{}'::uuid[],
  saved_by uuid not null,
  saved_at timestamp with time zone not null
);
create table meal_order (
  community_id text not null,
  id uuid not null,
  slot_id uuid not null,
  canteen_id text not null,
  service_on date not null,
  sitting text not null,
  person_id uuid not null,
  lines jsonb not null,
  fulfilment text not null,
  place_id text,
  sealed_door text,
  sealed_note text,
  total_cents integer not null,
  subsidy_cents integer not null,
  reasons jsonb not null,
  rule_ids text[] not null,
  config_hash text not null,
  pick_up_code text not null,
  ordered_at timestamp with time zone,
  payment text not null,
  payment_reason text,
  payment_by uuid,
  checked_in_at timestamp with time zone,
  check_in_way text,
  delivery_outcome text,
  delivered_at timestamp with time zone,
  created_at timestamp with time zone not null,
  absence_asked_at timestamp with time zone
);
create table meal_subsidy (
  community_id text not null,
  person_id uuid not null,
  service_on date not null,
  sitting text not null,
  order_id uuid not null
);
create table media_check (
  trace_id text not null,
  community_id text,
  held_content_id uuid,
  verdict text,
  created_at timestamp with time zone not null
);
create table mediation_case (
  community_id text not null,
  id uuid not null,
  work_item_id uuid not null,
  receipt_number text not null,
  from_work_item_id uuid,
  dispute_kind text not null,
  state text not null,
  outcome text,
  sealed_statement text not null,
  discloses_name boolean not null,
  discloses_statement boolean not null,
  sealed_words text,
  round integer not null default 1,
  answer_until timestamp with time zone,
  concealed_until timestamp with time zone,
  mediator_id uuid,
  stepped_back uuid[] not null default '{}'::uuid[],
  awaits_proposal boolean not null default false,
  proposal_id uuid,
  has_law boolean not null default false,
  has_policy boolean not null default false,
  has_plan boolean not null default false,
  version integer not null default 1,
  shared_version integer not null default 1,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone
);
create table mediator (
  community_id text not null,
  id uuid not null,
  version integer not null,
  person_id uuid,
  name text not null,
  role text not null,
  languages text[] not null,
  grid_cell_ids text[] not null,
  kinds text[] not null,
  about text,
  is_on_leave boolean not null,
  is_active boolean not null,
  saved_by uuid,
  saved_at timestamp with time zone not null
);
create table mediator_version (
  community_id text not null,
  id uuid not null,
  version integer not null,
  person_id uuid,
  name text not null,
  role text not null,
  languages text[] not null,
  grid_cell_ids text[] not null,
  kinds text[] not null,
  about text,
  is_on_leave boolean not null,
  is_active boolean not null,
  saved_by uuid,
  saved_at timestamp with time zone not null
);
create table menu_dish (
  community_id text not null,
  id uuid not null,
  slot_id uuid not null,
  position integer not null,
  name jsonb not null,
  tags text[] not null default '{}'::text[],
  price_cents integer not null,
  portions integer not null,
  ordered integer not null default 0
);
create table message_delivery (
  community_id text not null,
  id uuid not null,
  inbox_message_id uuid not null,
  person_id uuid not null,
  kind text not null,
  template_id text,
  is_confidential boolean not null,
  state text not null,
  problem text,
  error_code integer,
  attempts integer not null default 0,
  wechat_message_id text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  next_at timestamp with time zone,
  call_at timestamp with time zone,
  called_at timestamp with time zone,
  is_unreachable boolean not null default false,
  stuck_at timestamp with time zone
);
create table not_ours_entry (
  community_id text not null,
  work_item_id uuid not null,
  round integer not null,
  destination text not null,
  phone text,
  registered_by uuid not null,
  registered_at timestamp with time zone not null
);
create table one_time_code (
  code_hash text not null,
  purpose text not null,
  community_id text,
  subject_id uuid not null,
  made_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  used_by uuid
);
create table person (
  id uuid not null,
  name text not null,
  is_demo boolean not null,
  created_at timestamp with time zone not null,
  merged_into uuid,
  closed_at timestamp with time zone
);
create table person_contact (
  person_id uuid not null,
  sealed_name text,
  sealed_phone text,
  name_hash text,
  phone_hash text,
  has_account boolean not null,
  channel text not null,
  created_at timestamp with time zone not null,
  phone_verified_at timestamp with time zone
);
create table phone_code (
  id uuid not null,
  phone_hash text not null,
  sealed_phone text,
  code_hash text not null,
  tries_left integer not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create unlogged table presence (
  community_id text not null,
  work_item_id uuid not null,
  person_id uuid not null,
  seen_at timestamp with time zone not null
);
create table privacy_request (
  community_id text not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  about text not null,
  work_item_id uuid not null,
  asked_at timestamp with time zone not null
);
create table proof_of_life (
  community_id text not null,
  person_id uuid not null,
  since date not null,
  way text
);
create table proof_of_life_done (
  community_id text not null,
  id uuid not null,
  person_id uuid not null,
  done_on date not null,
  evidence text not null,
  recorded_by uuid not null,
  recorded_as text not null,
  recorded_at timestamp with time zone not null
);
create table proof_reminder (
  community_id text not null,
  person_id uuid not null,
  due_on date not null,
  days_before integer not null,
  reminded_on date not null
);
create table proxy_act (
  id uuid not null,
  principal_id uuid not null,
  actor_id uuid not null,
  grant_id uuid,
  assist_session_id uuid,
  operation text not null,
  community_id text,
  work_item_id uuid,
  event_kind text,
  at timestamp with time zone not null
);
create table proxy_grant (
  id uuid not null,
  community_id text not null,
  principal_id uuid not null,
  agent_id uuid,
  relationship text not null,
  call_name text,
  scopes jsonb not null,
  record text not null,
  freedom text not null,
  witnessed_by uuid,
  offered_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  valid_until date not null,
  review_on date not null,
  is_review_told boolean not null default false,
  frozen_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by text
);
create unlogged table rate_limit (
  key character varying(255) not null,
  points integer not null default 0,
  expire bigint
);
create table receipt_counter (
  community_id text not null,
  day date not null,
  last integer not null
);
create table reply_template (
  community_id text not null,
  id uuid not null,
  version integer not null,
  name text not null,
  zh text not null,
  bo text,
  service_codes text[] not null,
  states text[] not null,
  is_retired boolean not null,
  saved_by uuid not null,
  saved_at timestamp with time zone not null
);
create table resident_fact (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  sealed_value text,
  in_force_from date not null,
  ended_on date,
  ended_because text,
  consent_version text not null,
  claimed_by uuid not null,
  claimed_at timestamp with time zone not null,
  verified_by uuid,
  verified_on date,
  verified_until date,
  evidence text,
  refusal text
);
create table role_assignment (
  person_id uuid not null,
  role text not null,
  community_id text,
  grid_cell_id text,
  unit_id text
);
create table saved_view (
  person_id uuid not null,
  id uuid not null,
  name text not null,
  queue_id text not null,
  view text not null,
  filter jsonb not null,
  saved_at timestamp with time zone not null
);
create table session (
  token_hash text not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  case_community_id text,
  case_id uuid,
  id uuid not null,
  method text not null,
  device text not null,
  reaches_desk boolean not null,
  last_seen_at timestamp with time zone not null,
  wechat_account_id uuid
);
create table slot (
  community_id text not null,
  id uuid not null,
  service text not null,
  resource_id text not null,
  kind text not null,
  service_on date not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  cutoff_at timestamp with time zone not null,
  capacity integer not null,
  booked integer not null default 0,
  is_open boolean not null default true,
  planned_as text
);
create table slot_batch (
  community_id text not null,
  id uuid not null,
  service text not null,
  service_code text not null,
  resource_id text not null,
  kind text not null,
  service_on date not null,
  work_item_id uuid not null,
  due_at timestamp with time zone not null,
  finished_at timestamp with time zone
);
create table staff_invitation (
  id uuid not null,
  sealed_name text not null,
  role text not null,
  community_id text,
  grid_cell_id text,
  unit_id text,
  invited_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  accepted_by uuid,
  accepted_at timestamp with time zone,
  desk_key text,
  given_at timestamp with time zone
);
create table staff_totp (
  id uuid not null,
  person_id uuid not null,
  sealed_secret text not null,
  created_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  wrong_tries integer not null default 0,
  paused_until timestamp with time zone
);
create table standing_order (
  community_id text not null,
  id uuid not null,
  person_id uuid not null,
  canteen_id text not null,
  sitting text not null,
  weekdays integer[] not null,
  fulfilment text not null,
  place_id text,
  sealed_door text,
  sealed_note text,
  wanted_tags text[] not null,
  avoided_tags text[] not null,
  until_on date,
  saved_by uuid not null,
  saved_at timestamp with time zone not null
);
create table standing_order_run (
  community_id text not null,
  standing_order_id uuid not null,
  slot_id uuid not null,
  outcome text not null,
  refusal text,
  at timestamp with time zone not null
);
create table stored_file (
  id uuid not null,
  owner_id uuid not null,
  kind text not null,
  state text not null,
  expected_bytes integer not null,
  received_bytes integer not null default 0,
  media_type text,
  width integer,
  height integer,
  seconds integer,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  community_id text,
  subject_kind text,
  subject_id uuid,
  position smallint,
  hidden_at timestamp with time zone,
  transcript text,
  transcribed_by uuid,
  transcribed_at timestamp with time zone,
  held_at timestamp with time zone
);
create table subscribe_answer (
  id uuid not null,
  person_id uuid not null,
  template_id text not null,
  source text not null,
  answer text not null,
  tap text,
  at timestamp with time zone not null,
  matched_id uuid
);
create table subscribe_credit (
  person_id uuid not null,
  template_id text not null,
  credits integer not null,
  is_refused boolean not null
);
create table upload_chunk (
  file_id uuid not null,
  start_at integer not null,
  bytes bytea not null
);
create table visit_round (
  community_id text not null,
  id uuid not null,
  visit_on date not null,
  visitor_id uuid not null,
  work_item_id uuid,
  created_at timestamp with time zone not null
);
create table volunteer_membership (
  community_id text not null,
  team_id text not null,
  person_id uuid not null,
  joined_at timestamp with time zone not null
);
create table wechat_account (
  id uuid not null,
  open_id_hash text not null,
  sealed_open_id text not null,
  person_id uuid not null,
  reaches_desk boolean not null default false,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  stale_at timestamp with time zone
);
create table wechat_push (
  id uuid not null,
  digest text not null,
  event text not null,
  sealed_payload text,
  received_at timestamp with time zone not null,
  done_at timestamp with time zone
);
create table wechat_token (
  id uuid not null,
  app_id text not null,
  sealed_token text,
  expires_at timestamp with time zone not null,
  fetching_until timestamp with time zone
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
  requester_id uuid,
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
  closed_at timestamp with time zone,
  deadline_class text not null,
  round_started_at timestamp with time zone not null,
  acceptance_due_at timestamp with time zone not null,
  acceptance_ended_at timestamp with time zone,
  first_reply_due_at timestamp with time zone not null,
  first_reply_ended_at timestamp with time zone,
  resolve_ended_at timestamp with time zone,
  pause text,
  paused_at timestamp with time zone,
  suspension_reason text,
  suspended_until timestamp with time zone,
  suspensions smallint not null default 0,
  asked_again smallint not null default 0,
  touched_at timestamp with time zone,
  is_untouched boolean not null default false,
  climbed_at timestamp with time zone,
  referred_queue_id text,
  participating_queue_ids text[] not null default '{}'::text[],
  supervising_queue_ids text[] not null default '{}'::text[],
  barred_queue_ids text[] not null default '{}'::text[],
  reminded_at timestamp with time zone,
  reminders smallint not null default 0,
  parent_id uuid,
  open_children smallint not null default 0,
  merged_into_id uuid,
  is_asked_to_rate boolean not null default false,
  next_timer_at timestamp with time zone,
  is_delegable boolean not null,
  filed_by_id uuid,
  former_handler_id uuid,
  raised_by smallint not null default 0
);
create table work_item_event (
  community_id text not null,
  id uuid not null,
  work_item_id uuid not null,
  kind text not null,
  from_state text,
  to_state text not null,
  queue_id text not null,
  actor_id uuid,
  acting_for_id uuid,
  message_id uuid,
  visible_to text not null,
  created_at timestamp with time zone not null,
  service text not null,
  details jsonb not null default '{}'::jsonb,
  clocks jsonb not null default '[]'::jsonb
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
create table work_item_words (
  community_id text not null,
  work_item_id uuid not null,
  label text not null,
  subject text not null default ''::text,
  said text not null default ''::text,
  heard text not null default ''::text,
  findable text not null default findable(((((((label || '
'::text) || subject) || '
'::text) || said) || '
'::text) || heard))
);

alter table absence_check add constraint absence_check_checker_check CHECK ((checker = ANY (ARRAY['family'::text, 'grid_worker'::text])));
alter table absence_check add constraint absence_check_consented_with_fkey FOREIGN KEY (consented_with) REFERENCES person(id);
alter table absence_check add constraint absence_check_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table absence_check add constraint absence_check_pkey PRIMARY KEY (community_id, person_id);
alter table activity_sign_up add constraint activity_sign_up_check CHECK (((child_id IS NULL) = (consented_at IS NULL)));
alter table activity_sign_up add constraint activity_sign_up_check1 CHECK (((consent_version IS NULL) = (consented_at IS NULL)));
alter table activity_sign_up add constraint activity_sign_up_community_id_child_id_fkey FOREIGN KEY (community_id, child_id) REFERENCES child(community_id, id);
alter table activity_sign_up add constraint activity_sign_up_community_id_id_fkey FOREIGN KEY (community_id, id) REFERENCES booking(community_id, id);
alter table activity_sign_up add constraint activity_sign_up_pkey PRIMARY KEY (community_id, id);
alter table assist_session add constraint assist_session_check CHECK ((ends_at > started_at));
alter table assist_session add constraint assist_session_check1 CHECK ((staff_id <> resident_id));
alter table assist_session add constraint assist_session_pkey PRIMARY KEY (community_id, id);
alter table assist_session add constraint assist_session_reason_check CHECK ((reason = ANY (ARRAY['counter'::text, 'phone'::text, 'visit'::text])));
alter table assist_session add constraint assist_session_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES person(id);
alter table assist_session add constraint assist_session_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES person(id);
alter table audit_line add constraint audit_line_action_check CHECK ((action = ANY (ARRAY['ledger_exported'::text, 'grid_redrawn'::text, 'content_decided'::text, 'account_closed'::text, 'authorization_revoked'::text])));
alter table audit_line add constraint audit_line_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id);
alter table audit_line add constraint audit_line_pkey PRIMARY KEY (community_id, id);
alter table booking add constraint booking_apart EXCLUDE USING gist (community_id WITH =, subject_id WITH =, during WITH &&) WHERE ((state = ANY (ARRAY['held'::text, 'booked'::text, 'offered'::text, 'served'::text, 'no_show'::text])));
alter table booking add constraint booking_check CHECK (((state = ANY (ARRAY['held'::text, 'offered'::text, 'waitlisted'::text])) = (expires_at IS NOT NULL)));
alter table booking add constraint booking_check1 CHECK (((state <> 'waitlisted'::text) OR (waitlist_reason IS NOT NULL)));
alter table booking add constraint booking_community_id_slot_id_fkey FOREIGN KEY (community_id, slot_id) REFERENCES slot(community_id, id);
alter table booking add constraint booking_filed_by_id_fkey FOREIGN KEY (filed_by_id) REFERENCES person(id);
alter table booking add constraint booking_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table booking add constraint booking_pkey PRIMARY KEY (community_id, id);
alter table booking add constraint booking_state_check CHECK ((state = ANY (ARRAY['held'::text, 'booked'::text, 'waitlisted'::text, 'offered'::text, 'cancelled'::text, 'expired'::text, 'served'::text, 'no_show'::text])));
alter table booking add constraint booking_waitlist_reason_check CHECK ((waitlist_reason = ANY (ARRAY['cannot_come_otherwise'::text, 'lives_here'::text, 'works_nearby'::text, 'anybody'::text])));
alter table booking_event add constraint booking_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id);
alter table booking_event add constraint booking_event_community_id_booking_id_fkey FOREIGN KEY (community_id, booking_id) REFERENCES booking(community_id, id);
alter table booking_event add constraint booking_event_move_check CHECK ((move = ANY (ARRAY['hold'::text, 'book'::text, 'join'::text, 'confirm'::text, 'extend'::text, 'expire'::text, 'offer'::text, 'accept'::text, 'decline'::text, 'cancel'::text, 'leave'::text, 'check_in'::text, 'undo_check_in'::text, 'miss'::text])));
alter table booking_event add constraint booking_event_pkey PRIMARY KEY (community_id, id);
alter table calendar_feed add constraint calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table calendar_feed add constraint calendar_feed_pkey PRIMARY KEY (person_id);
alter table calendar_feed add constraint calendar_feed_token_hash_key UNIQUE (token_hash);
alter table call add constraint call_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table call add constraint call_pkey PRIMARY KEY (community_id, id);
alter table call_attempt add constraint call_attempt_community_id_call_id_fkey FOREIGN KEY (community_id, call_id) REFERENCES call(community_id, id);
alter table call_attempt add constraint call_attempt_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);
alter table call_attempt add constraint call_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['told'::text, 'slip_given'::text, 'no_answer'::text, 'call_later'::text, 'wrong_number'::text, 'not_wanted'::text])));
alter table call_attempt add constraint call_attempt_pkey PRIMARY KEY (community_id, id);
alter table call_line add constraint call_line_community_id_call_id_fkey FOREIGN KEY (community_id, call_id) REFERENCES call(community_id, id);
alter table call_line add constraint call_line_community_id_job_id_key UNIQUE (community_id, job_id);
alter table call_line add constraint call_line_pkey PRIMARY KEY (community_id, id);
alter table case_agreement add constraint case_agreement_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES mediation_case(community_id, id);
alter table case_agreement add constraint case_agreement_community_id_case_id_version_key UNIQUE (community_id, case_id, version);
alter table case_agreement add constraint case_agreement_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES person(id);
alter table case_agreement add constraint case_agreement_pkey PRIMARY KEY (community_id, id);
alter table case_agreement add constraint case_agreement_version_check CHECK ((version >= 1));
alter table case_confirmation add constraint case_confirmation_community_id_agreement_id_fkey FOREIGN KEY (community_id, agreement_id) REFERENCES case_agreement(community_id, id);
alter table case_confirmation add constraint case_confirmation_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES person(id);
alter table case_confirmation add constraint case_confirmation_pkey PRIMARY KEY (community_id, agreement_id, side);
alter table case_confirmation add constraint case_confirmation_side_check CHECK ((side = ANY (ARRAY['applicant'::text, 'respondent'::text])));
alter table case_due add constraint case_due_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES mediation_case(community_id, id);
alter table case_due add constraint case_due_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'court'::text, 'follow'::text, 'close'::text])));
alter table case_due add constraint case_due_pkey PRIMARY KEY (community_id, id);
alter table case_event add constraint case_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id);
alter table case_event add constraint case_event_by_actor_check CHECK ((by_actor = ANY (ARRAY['applicant'::text, 'respondent'::text, 'mediator'::text, 'committee'::text, 'rule'::text])));
alter table case_event add constraint case_event_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES mediation_case(community_id, id);
alter table case_event add constraint case_event_from_state_check CHECK ((from_state = ANY (ARRAY['requested'::text, 'inviting'::text, 'choosing'::text, 'ordered'::text, 'accepted'::text, 'preparing'::text, 'in_session'::text, 'agreed'::text, 'not_agreed'::text, 'follow_up'::text, 'closed'::text])));
alter table case_event add constraint case_event_move_check CHECK ((move = ANY (ARRAY['invite'::text, 'decline'::text, 'join'::text, 'refuse'::text, 'lapse'::text, 'order'::text, 'take'::text, 'recuse'::text, 'prepare'::text, 'meet'::text, 'agree'::text, 'fail'::text, 'follow'::text, 'relapse'::text, 'close'::text, 'withdraw'::text])));
alter table case_event add constraint case_event_pkey PRIMARY KEY (community_id, id);
alter table case_event add constraint case_event_to_state_check CHECK ((to_state = ANY (ARRAY['requested'::text, 'inviting'::text, 'choosing'::text, 'ordered'::text, 'accepted'::text, 'preparing'::text, 'in_session'::text, 'agreed'::text, 'not_agreed'::text, 'follow_up'::text, 'closed'::text])));
alter table case_follow_up add constraint case_follow_up_check CHECK (((result IS NULL) = (recorded_at IS NULL)));
alter table case_follow_up add constraint case_follow_up_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES mediation_case(community_id, id);
alter table case_follow_up add constraint case_follow_up_pkey PRIMARY KEY (community_id, id);
alter table case_follow_up add constraint case_follow_up_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id);
alter table case_follow_up add constraint case_follow_up_result_check CHECK ((result = ANY (ARRAY['holds'::text, 'partly'::text, 'began_again'::text, 'no_answer'::text])));
alter table case_follow_up add constraint case_follow_up_side_check CHECK ((side = ANY (ARRAY['applicant'::text, 'respondent'::text])));
alter table case_message add constraint case_message_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);
alter table case_message add constraint case_message_author_side_check CHECK ((author_side = ANY (ARRAY['applicant'::text, 'respondent'::text])));
alter table case_message add constraint case_message_check CHECK (((private_side IS NULL) OR (author_side IS NULL) OR (private_side = author_side)));
alter table case_message add constraint case_message_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES mediation_case(community_id, id);
alter table case_message add constraint case_message_pkey PRIMARY KEY (community_id, id);
alter table case_message add constraint case_message_private_side_check CHECK ((private_side = ANY (ARRAY['applicant'::text, 'respondent'::text])));
alter table case_party add constraint case_party_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES mediation_case(community_id, id);
alter table case_party add constraint case_party_community_id_case_id_side_key UNIQUE (community_id, case_id, side);
alter table case_party add constraint case_party_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'bo'::text, 'other'::text])));
alter table case_party add constraint case_party_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table case_party add constraint case_party_pkey PRIMARY KEY (community_id, id);
alter table case_party add constraint case_party_side_check CHECK ((side = ANY (ARRAY['applicant'::text, 'respondent'::text])));
alter table case_proposal add constraint case_proposal_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES mediation_case(community_id, id);
alter table case_proposal add constraint case_proposal_community_id_mediator_id_fkey FOREIGN KEY (community_id, mediator_id) REFERENCES mediator(community_id, id);
alter table case_proposal add constraint case_proposal_pkey PRIMARY KEY (community_id, id);
alter table case_proposal add constraint case_proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id);
alter table case_proposal_answer add constraint case_proposal_answer_community_id_proposal_id_fkey FOREIGN KEY (community_id, proposal_id) REFERENCES case_proposal(community_id, id);
alter table case_proposal_answer add constraint case_proposal_answer_pkey PRIMARY KEY (community_id, proposal_id, side);
alter table case_proposal_answer add constraint case_proposal_answer_side_check CHECK ((side = ANY (ARRAY['applicant'::text, 'respondent'::text])));
alter table case_read add constraint case_read_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES mediation_case(community_id, id);
alter table case_read add constraint case_read_pkey PRIMARY KEY (community_id, id);
alter table case_read add constraint case_read_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES person(id);
alter table case_read add constraint case_read_role_check CHECK ((role = ANY (ARRAY['committee'::text, 'mediator'::text])));
alter table case_session add constraint case_session_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES mediation_case(community_id, id);
alter table case_session add constraint case_session_pkey PRIMARY KEY (community_id, id);
alter table case_session add constraint case_session_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id);
alter table case_session add constraint case_session_way_check CHECK ((way = ANY (ARRAY['visit'::text, 'session'::text, 'phone'::text])));
alter table case_tick add constraint case_tick_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES mediation_case(community_id, id);
alter table case_tick add constraint case_tick_pkey PRIMARY KEY (community_id, case_id, side, round);
alter table case_tick add constraint case_tick_side_check CHECK ((side = ANY (ARRAY['applicant'::text, 'respondent'::text])));
alter table child add constraint child_check CHECK (((removed_at IS NULL) = ((sealed_nickname IS NOT NULL) AND (sealed_born_in IS NOT NULL))));
alter table child add constraint child_check1 CHECK (((removed_at IS NULL) OR (sealed_allergies IS NULL)));
alter table child add constraint child_guardian_id_fkey FOREIGN KEY (guardian_id) REFERENCES person(id);
alter table child add constraint child_pkey PRIMARY KEY (community_id, id);
alter table child_pick_up add constraint child_pick_up_check CHECK (((ended_at IS NOT NULL) OR (sealed_name IS NOT NULL)));
alter table child_pick_up add constraint child_pick_up_community_id_child_id_fkey FOREIGN KEY (community_id, child_id) REFERENCES child(community_id, id);
alter table child_pick_up add constraint child_pick_up_pkey PRIMARY KEY (community_id, id);
alter table child_pick_up add constraint child_pick_up_relation_check CHECK ((relation = ANY (ARRAY['parent'::text, 'grandparent'::text, 'sibling'::text, 'relative'::text, 'friend'::text])));
alter table child_read add constraint child_read_community_id_child_id_fkey FOREIGN KEY (community_id, child_id) REFERENCES child(community_id, id);
alter table child_read add constraint child_read_pkey PRIMARY KEY (community_id, id);
alter table child_read add constraint child_read_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES person(id);
alter table child_read add constraint child_read_reason_check CHECK ((reason = ANY (ARRAY['day_roster'::text, 'handover'::text, 'activity_roster'::text])));
alter table childcare_booking add constraint childcare_booking_absence_check CHECK ((absence = ANY (ARRAY['ill'::text, 'family'::text, 'other'::text])));
alter table childcare_booking add constraint childcare_booking_check CHECK (((picked_up_at IS NULL) OR (arrived_at IS NOT NULL)));
alter table childcare_booking add constraint childcare_booking_check1 CHECK (((picked_up_at IS NULL) = (pick_up_way IS NULL)));
alter table childcare_booking add constraint childcare_booking_check2 CHECK (((pick_up_id IS NULL) OR (picked_up_at IS NOT NULL)));
alter table childcare_booking add constraint childcare_booking_community_id_child_id_fkey FOREIGN KEY (community_id, child_id) REFERENCES child(community_id, id);
alter table childcare_booking add constraint childcare_booking_community_id_id_fkey FOREIGN KEY (community_id, id) REFERENCES booking(community_id, id);
alter table childcare_booking add constraint childcare_booking_community_id_pick_up_id_fkey FOREIGN KEY (community_id, pick_up_id) REFERENCES child_pick_up(community_id, id);
alter table childcare_booking add constraint childcare_booking_pick_up_way_check CHECK ((pick_up_way = ANY (ARRAY['code'::text, 'known'::text, 'identity_seen'::text])));
alter table childcare_booking add constraint childcare_booking_pkey PRIMARY KEY (community_id, id);
alter table confidential_read add constraint confidential_read_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table confidential_read add constraint confidential_read_pkey PRIMARY KEY (community_id, id);
alter table confidential_read add constraint confidential_read_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES person(id);
alter table confidential_read add constraint confidential_read_what_check CHECK ((what = ANY (ARRAY['search'::text, 'facts'::text, 'call_list'::text, 'issue_original'::text, 'delivery_sheet'::text, 'visit_round'::text, 'own_data'::text])));
alter table config_version add constraint config_version_pkey PRIMARY KEY (hash);
alter table consent add constraint consent_channel_check CHECK ((channel = ANY (ARRAY['own'::text, 'counter'::text])));
alter table consent add constraint consent_check CHECK (((channel = 'counter'::text) = (given_with IS NOT NULL)));
alter table consent add constraint consent_given_with_fkey FOREIGN KEY (given_with) REFERENCES person(id);
alter table consent add constraint consent_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table consent add constraint consent_pkey PRIMARY KEY (id);
alter table consent add constraint consent_purpose_check CHECK ((purpose = ANY (ARRAY['account'::text, 'position'::text, 'wechat_messages'::text, 'facts'::text, 'children'::text, 'activities_of_children'::text, 'absence_check'::text, 'home_visit'::text])));
alter table display_preference add constraint display_preference_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'bo'::text])));
alter table display_preference add constraint display_preference_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table display_preference add constraint display_preference_pkey PRIMARY KEY (person_id);
alter table display_preference add constraint display_preference_text_step_check CHECK ((text_step = ANY (ARRAY['standard'::text, 'large'::text, 'largest'::text])));
alter table duty_roster add constraint duty_roster_mode_check CHECK ((mode = ANY (ARRAY['claim'::text, 'roster'::text])));
alter table duty_roster add constraint duty_roster_pkey PRIMARY KEY (queue_id, version);
alter table duty_roster add constraint duty_roster_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES person(id);
alter table follow_up add constraint follow_up_check CHECK (((result IS NULL) = (done_at IS NULL)));
alter table follow_up add constraint follow_up_community_id_work_item_id_fkey FOREIGN KEY (community_id, work_item_id) REFERENCES work_item(community_id, id);
alter table follow_up add constraint follow_up_community_id_work_item_id_round_due_on_key UNIQUE (community_id, work_item_id, round, due_on);
alter table follow_up add constraint follow_up_done_by_fkey FOREIGN KEY (done_by) REFERENCES person(id);
alter table follow_up add constraint follow_up_pkey PRIMARY KEY (community_id, id);
alter table follow_up add constraint follow_up_result_check CHECK ((result = ANY (ARRAY['solved'::text, 'not_solved'::text, 'no_answer'::text])));
alter table grid_redraw add constraint grid_redraw_applied_by_fkey FOREIGN KEY (applied_by) REFERENCES person(id);
alter table grid_redraw add constraint grid_redraw_pkey PRIMARY KEY (community_id, redraw_id);
alter table held_content add constraint held_content_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);
alter table held_content add constraint held_content_check CHECK (((kind = 'issue_photo'::text) = (file_id IS NOT NULL)));
alter table held_content add constraint held_content_check1 CHECK (((state = 'asked'::text) = (answer_due_at IS NOT NULL)));
alter table held_content add constraint held_content_check2 CHECK (((state <> 'waiting'::text) OR (why IS NOT NULL)));
alter table held_content add constraint held_content_check3 CHECK (((state = 'refused'::text) = (reason IS NOT NULL)));
alter table held_content add constraint held_content_check4 CHECK (((decided_by IS NULL) = (decided_at IS NULL)));
alter table held_content add constraint held_content_check5 CHECK (((state <> 'refused'::text) OR (decided_by IS NOT NULL)));
alter table held_content add constraint held_content_check6 CHECK (((decided_by IS NULL) OR (state = ANY (ARRAY['shown'::text, 'refused'::text]))));
alter table held_content add constraint held_content_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);
alter table held_content add constraint held_content_kind_check CHECK ((kind = ANY (ARRAY['issue_words'::text, 'issue_photo'::text])));
alter table held_content add constraint held_content_pkey PRIMARY KEY (community_id, id);
alter table held_content add constraint held_content_reason_check CHECK ((reason = ANY (ARRAY['names_somebody'::text, 'insults'::text, 'advertises'::text, 'private_picture'::text, 'unlawful'::text, 'other'::text])));
alter table held_content add constraint held_content_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'waiting'::text, 'shown'::text, 'refused'::text])));
alter table held_content add constraint held_content_why_check CHECK ((why = ANY (ARRAY['unsure'::text, 'risky_picture'::text, 'unanswered'::text, 'tibetan'::text, 'not_from_wechat'::text])));
alter table home_visit add constraint home_visit_check CHECK ((from_minute < until_minute));
alter table home_visit add constraint home_visit_check1 CHECK (((state <> 'planned'::text) OR ((visitor_id IS NOT NULL) AND (visit_on IS NOT NULL) AND (from_minute IS NOT NULL) AND (until_minute IS NOT NULL))));
alter table home_visit add constraint home_visit_community_id_visit_on_visitor_id_fkey FOREIGN KEY (community_id, visit_on, visitor_id) REFERENCES visit_round(community_id, visit_on, visitor_id);
alter table home_visit add constraint home_visit_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439)));
alter table home_visit add constraint home_visit_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table home_visit add constraint home_visit_pkey PRIMARY KEY (community_id, id);
alter table home_visit add constraint home_visit_planning_check CHECK ((planning >= 0));
alter table home_visit add constraint home_visit_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES person(id);
alter table home_visit add constraint home_visit_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'planned'::text, 'done'::text, 'not_at_home'::text, 'needs_hospital'::text, 'refused'::text, 'cancelled'::text])));
alter table home_visit add constraint home_visit_until_minute_check CHECK (((until_minute >= 1) AND (until_minute <= 1440)));
alter table home_visit add constraint home_visit_version_check CHECK ((version >= 1));
alter table home_visit add constraint home_visit_visitor_id_fkey FOREIGN KEY (visitor_id) REFERENCES person(id);
alter table home_visit add constraint home_visit_wrong_codes_check CHECK ((wrong_codes >= 0));
alter table home_visit_event add constraint home_visit_event_acting_for_id_fkey FOREIGN KEY (acting_for_id) REFERENCES person(id);
alter table home_visit_event add constraint home_visit_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id);
alter table home_visit_event add constraint home_visit_event_community_id_visit_id_fkey FOREIGN KEY (community_id, visit_id) REFERENCES home_visit(community_id, id);
alter table home_visit_event add constraint home_visit_event_from_state_check CHECK ((from_state = ANY (ARRAY['requested'::text, 'planned'::text, 'done'::text, 'not_at_home'::text, 'needs_hospital'::text, 'refused'::text, 'cancelled'::text])));
alter table home_visit_event add constraint home_visit_event_of_planning CHECK ((((to_state = 'planned'::text) = (planning IS NOT NULL)) AND ((to_state = 'planned'::text) = (visitor_id IS NOT NULL)) AND ((to_state = 'planned'::text) = (visit_on IS NOT NULL)) AND ((to_state = 'planned'::text) = (from_minute IS NOT NULL)) AND ((to_state = 'planned'::text) = (until_minute IS NOT NULL))));
alter table home_visit_event add constraint home_visit_event_pkey PRIMARY KEY (community_id, id);
alter table home_visit_event add constraint home_visit_event_to_state_check CHECK ((to_state = ANY (ARRAY['requested'::text, 'planned'::text, 'done'::text, 'not_at_home'::text, 'needs_hospital'::text, 'refused'::text, 'cancelled'::text])));
alter table home_visit_event add constraint home_visit_event_visitor_id_fkey FOREIGN KEY (visitor_id) REFERENCES person(id);
alter table home_visit_outcome add constraint home_visit_outcome_community_id_visit_id_fkey FOREIGN KEY (community_id, visit_id) REFERENCES home_visit(community_id, id);
alter table home_visit_outcome add constraint home_visit_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'not_at_home'::text, 'needs_hospital'::text, 'refused'::text])));
alter table home_visit_outcome add constraint home_visit_outcome_pkey PRIMARY KEY (community_id, id);
alter table home_visit_outcome add constraint home_visit_outcome_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id);
alter table home_visit_outcome add constraint home_visit_outcome_standing_check CHECK ((standing = ANY (ARRAY['counts'::text, 'another_was_first'::text, 'visit_was_over'::text])));
alter table household add constraint household_founded_by_fkey FOREIGN KEY (founded_by) REFERENCES person(id);
alter table household add constraint household_pkey PRIMARY KEY (community_id, id);
alter table household_member add constraint household_member_community_id_household_id_fkey FOREIGN KEY (community_id, household_id) REFERENCES household(community_id, id);
alter table household_member add constraint household_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table household_member add constraint household_member_pkey PRIMARY KEY (community_id, household_id, person_id, joined_at);
alter table idempotency_key add constraint idempotency_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table idempotency_key add constraint idempotency_key_pkey PRIMARY KEY (person_id, key);
alter table inbox_message add constraint inbox_message_job_id_key UNIQUE (job_id);
alter table inbox_message add constraint inbox_message_kind_check CHECK ((kind = ANY (ARRAY['receipt'::text, 'accepted'::text, 'resolved'::text, 'closed'::text, 'returned_to_queue'::text, 'asked'::text, 'asked_again'::text, 'replied'::text, 'suspended'::text, 'resumed'::text, 'moved_queue'::text, 'overdue'::text, 'merged'::text, 'reopened'::text, 'asked_to_rate'::text, 'closed_unanswered'::text, 'closed_unrated'::text, 'staff_dispatched'::text, 'staff_referred'::text, 'staff_referral_refused'::text, 'staff_invited'::text, 'staff_reminded'::text, 'staff_answered'::text, 'staff_overdue'::text, 'staff_passed_up'::text, 'staff_returned'::text, 'acted_for'::text, 'grant_offered'::text, 'grant_accepted'::text, 'grant_refused'::text, 'grant_revoked'::text, 'grant_frozen'::text, 'grant_review'::text, 'assist_started'::text, 'fact_verified'::text, 'fact_refused'::text, 'receipt_bound'::text, 'household_joined'::text, 'household_left'::text, 'staff_reopened'::text, 'endorsed_accepted'::text, 'endorsed_resolved'::text, 'endorsed_closed'::text, 'endorsed_reopened'::text, 'endorsed_withdrawn'::text, 'endorsed_merged'::text, 'endorsed_merged_unseen'::text, 'seat_offered'::text, 'seat_passed_on'::text, 'wait_ended'::text, 'slot_cancelled'::text, 'standing_order_made'::text, 'standing_order_waiting'::text, 'standing_order_failed'::text, 'absence_check'::text, 'child_arrived'::text, 'child_picked_up'::text, 'child_not_picked_up'::text, 'child_arrival_undone'::text, 'child_pick_up_undone'::text, 'case_news'::text, 'case_due'::text, 'proof_due'::text, 'visit_planned'::text, 'visit_changed'::text, 'visit_outcome'::text, 'not_shown'::text])));
alter table inbox_message add constraint inbox_message_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table inbox_message add constraint inbox_message_pkey PRIMARY KEY (id);
alter table issue add constraint issue_community_id_work_item_id_key UNIQUE (community_id, work_item_id);
alter table issue add constraint issue_endorsements_check CHECK ((endorsements >= 0));
alter table issue add constraint issue_pkey PRIMARY KEY (community_id, id);
alter table issue add constraint issue_position_check CHECK (((lat IS NULL) = (lng IS NULL)));
alter table issue add constraint issue_public_state_check CHECK ((public_state = ANY (ARRAY['waiting'::text, 'shown'::text, 'refused'::text])));
alter table issue add constraint issue_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES person(id);
alter table issue add constraint issue_source_check CHECK ((source = ANY (ARRAY['own'::text, 'proxy'::text, 'counter'::text, 'phone'::text, 'visit'::text])));
alter table issue add constraint issue_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'public'::text])));
alter table issue_endorsement add constraint issue_endorsement_community_id_issue_id_fkey FOREIGN KEY (community_id, issue_id) REFERENCES issue(community_id, id);
alter table issue_endorsement add constraint issue_endorsement_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table issue_endorsement add constraint issue_endorsement_pkey PRIMARY KEY (community_id, issue_id, person_id);
alter table issue_redaction add constraint issue_redaction_community_id_issue_id_fkey FOREIGN KEY (community_id, issue_id) REFERENCES issue(community_id, id);
alter table issue_redaction add constraint issue_redaction_pkey PRIMARY KEY (community_id, issue_id);
alter table issue_redaction add constraint issue_redaction_redacted_by_fkey FOREIGN KEY (redacted_by) REFERENCES person(id);
alter table issue_work add constraint issue_work_community_id_issue_id_fkey FOREIGN KEY (community_id, issue_id) REFERENCES issue(community_id, id);
alter table issue_work add constraint issue_work_cost_fen_check CHECK ((cost_fen >= 0));
alter table issue_work add constraint issue_work_pkey PRIMARY KEY (community_id, work_item_id, version);
alter table issue_work add constraint issue_work_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES person(id);
alter table issue_work add constraint issue_work_version_check CHECK ((version >= 0));
alter table meal_order add constraint meal_order_check CHECK (((subsidy_cents >= 0) AND (subsidy_cents <= total_cents)));
alter table meal_order add constraint meal_order_check1 CHECK (((fulfilment = 'delivery'::text) = (place_id IS NOT NULL)));
alter table meal_order add constraint meal_order_check_in_way_check CHECK ((check_in_way = ANY (ARRAY['code'::text, 'name'::text, 'paper'::text])));
alter table meal_order add constraint meal_order_community_id_id_fkey FOREIGN KEY (community_id, id) REFERENCES booking(community_id, id);
alter table meal_order add constraint meal_order_community_id_service_on_pick_up_code_key UNIQUE (community_id, service_on, pick_up_code);
alter table meal_order add constraint meal_order_delivery_outcome_check CHECK ((delivery_outcome = ANY (ARRAY['delivered'::text, 'refused'::text, 'nobody_home'::text])));
alter table meal_order add constraint meal_order_fulfilment_check CHECK ((fulfilment = ANY (ARRAY['dine_in'::text, 'pick_up'::text, 'delivery'::text])));
alter table meal_order add constraint meal_order_payment_by_fkey FOREIGN KEY (payment_by) REFERENCES person(id);
alter table meal_order add constraint meal_order_payment_check CHECK ((payment = ANY (ARRAY['unpaid'::text, 'paid'::text, 'free'::text])));
alter table meal_order add constraint meal_order_payment_reason_check CHECK ((payment_reason = ANY (ARRAY['our_mistake'::text, 'volunteer_meal'::text, 'community_pays'::text, 'other'::text])));
alter table meal_order add constraint meal_order_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table meal_order add constraint meal_order_pkey PRIMARY KEY (community_id, id);
alter table meal_order add constraint meal_order_sitting_check CHECK ((sitting = ANY (ARRAY['breakfast'::text, 'lunch'::text, 'dinner'::text])));
alter table meal_order add constraint meal_order_total_cents_check CHECK ((total_cents >= 0));
alter table meal_subsidy add constraint meal_subsidy_community_id_order_id_fkey FOREIGN KEY (community_id, order_id) REFERENCES booking(community_id, id);
alter table meal_subsidy add constraint meal_subsidy_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table meal_subsidy add constraint meal_subsidy_pkey PRIMARY KEY (community_id, person_id, service_on, sitting);
alter table meal_subsidy add constraint meal_subsidy_sitting_check CHECK ((sitting = ANY (ARRAY['breakfast'::text, 'lunch'::text, 'dinner'::text])));
alter table media_check add constraint media_check_check CHECK (((community_id IS NULL) = (held_content_id IS NULL)));
alter table media_check add constraint media_check_community_id_held_content_id_fkey FOREIGN KEY (community_id, held_content_id) REFERENCES held_content(community_id, id);
alter table media_check add constraint media_check_pkey PRIMARY KEY (trace_id);
alter table media_check add constraint media_check_verdict_check CHECK ((verdict = ANY (ARRAY['pass'::text, 'review'::text, 'risky'::text, 'not_fetched'::text, 'not_read'::text])));
alter table mediation_case add constraint mediation_case_check CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL)));
alter table mediation_case add constraint mediation_case_check1 CHECK (((concealed_until IS NULL) OR (state = 'closed'::text)));
alter table mediation_case add constraint mediation_case_community_id_mediator_id_fkey FOREIGN KEY (community_id, mediator_id) REFERENCES mediator(community_id, id);
alter table mediation_case add constraint mediation_case_dispute_kind_check CHECK ((dispute_kind = ANY (ARRAY['family'::text, 'neighbours'::text, 'marriage'::text, 'money'::text, 'pasture'::text, 'other'::text])));
alter table mediation_case add constraint mediation_case_outcome_check CHECK ((outcome = ANY (ARRAY['agreed'::text, 'not_agreed'::text, 'withdrawn'::text, 'not_begun'::text, 'not_for_mediation'::text])));
alter table mediation_case add constraint mediation_case_pkey PRIMARY KEY (community_id, id);
alter table mediation_case add constraint mediation_case_round_check CHECK ((round >= 1));
alter table mediation_case add constraint mediation_case_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'inviting'::text, 'choosing'::text, 'ordered'::text, 'accepted'::text, 'preparing'::text, 'in_session'::text, 'agreed'::text, 'not_agreed'::text, 'follow_up'::text, 'closed'::text])));
alter table mediator add constraint mediator_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table mediator add constraint mediator_pkey PRIMARY KEY (community_id, id);
alter table mediator add constraint mediator_role_check CHECK ((role = ANY (ARRAY['three_elders'::text, 'party_volunteer'::text, 'grassroots_speaker'::text, 'deputy_or_delegate'::text, 'respected_elder'::text, 'veteran_party_member'::text, 'public_interest_lawyer'::text])));
alter table mediator add constraint mediator_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES person(id);
alter table mediator add constraint mediator_version_check CHECK ((version >= 1));
alter table mediator_version add constraint mediator_version_community_id_id_fkey FOREIGN KEY (community_id, id) REFERENCES mediator(community_id, id);
alter table mediator_version add constraint mediator_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table mediator_version add constraint mediator_version_pkey PRIMARY KEY (community_id, id, version);
alter table mediator_version add constraint mediator_version_role_check CHECK ((role = ANY (ARRAY['three_elders'::text, 'party_volunteer'::text, 'grassroots_speaker'::text, 'deputy_or_delegate'::text, 'respected_elder'::text, 'veteran_party_member'::text, 'public_interest_lawyer'::text])));
alter table mediator_version add constraint mediator_version_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES person(id);
alter table mediator_version add constraint mediator_version_version_check CHECK ((version >= 1));
alter table menu_dish add constraint menu_dish_check CHECK (((ordered >= 0) AND (ordered <= portions)));
alter table menu_dish add constraint menu_dish_community_id_slot_id_fkey FOREIGN KEY (community_id, slot_id) REFERENCES slot(community_id, id);
alter table menu_dish add constraint menu_dish_pkey PRIMARY KEY (community_id, id);
alter table menu_dish add constraint menu_dish_portions_check CHECK ((portions >= 0));
alter table menu_dish add constraint menu_dish_price_cents_check CHECK ((price_cents >= 0));
alter table message_delivery add constraint message_delivery_check CHECK (((state = 'waiting'::text) = (next_at IS NOT NULL)));
alter table message_delivery add constraint message_delivery_community_id_inbox_message_id_key UNIQUE (community_id, inbox_message_id);
alter table message_delivery add constraint message_delivery_inbox_message_id_fkey FOREIGN KEY (inbox_message_id) REFERENCES inbox_message(id) ON DELETE CASCADE;
alter table message_delivery add constraint message_delivery_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table message_delivery add constraint message_delivery_pkey PRIMARY KEY (community_id, id);
alter table message_delivery add constraint message_delivery_problem_check CHECK ((problem = ANY (ARRAY['no_credit'::text, 'not_bound'::text, 'refused'::text, 'template_banned'::text, 'content_refused'::text, 'configuration'::text, 'unavailable'::text, 'no_answer'::text])));
alter table message_delivery add constraint message_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'unclear'::text])));
alter table not_ours_entry add constraint not_ours_entry_community_id_work_item_id_fkey FOREIGN KEY (community_id, work_item_id) REFERENCES work_item(community_id, id);
alter table not_ours_entry add constraint not_ours_entry_pkey PRIMARY KEY (community_id, work_item_id, round);
alter table not_ours_entry add constraint not_ours_entry_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES person(id);
alter table one_time_code add constraint one_time_code_check CHECK (((used_at IS NULL) = (used_by IS NULL)));
alter table one_time_code add constraint one_time_code_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);
alter table one_time_code add constraint one_time_code_of_community CHECK (((purpose = 'staff_invitation'::text) OR ((community_id IS NOT NULL) AND (made_by IS NOT NULL))));
alter table one_time_code add constraint one_time_code_pkey PRIMARY KEY (code_hash);
alter table one_time_code add constraint one_time_code_purpose_check CHECK ((purpose = ANY (ARRAY['household'::text, 'proxy_grant'::text, 'receipt'::text, 'case_invitation'::text, 'staff_invitation'::text])));
alter table one_time_code add constraint one_time_code_used_by_fkey FOREIGN KEY (used_by) REFERENCES person(id);
alter table person add constraint person_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES person(id);
alter table person add constraint person_pkey PRIMARY KEY (id);
alter table person_contact add constraint person_contact_channel_check CHECK ((channel = ANY (ARRAY['inbox'::text, 'call'::text])));
alter table person_contact add constraint person_contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table person_contact add constraint person_contact_pkey PRIMARY KEY (person_id);
alter table phone_code add constraint phone_code_pkey PRIMARY KEY (id);
alter table phone_code add constraint phone_code_tries_left_check CHECK ((tries_left >= 0));
alter table presence add constraint presence_pkey PRIMARY KEY (community_id, work_item_id, person_id);
alter table privacy_request add constraint privacy_request_about_check CHECK ((about = ANY (ARRAY['name'::text, 'phone'::text, 'verified_fact'::text, 'record'::text, 'other'::text, 'issue_text'::text, 'photos_and_voice'::text, 'bookings'::text, 'counter_record'::text])));
alter table privacy_request add constraint privacy_request_community_id_work_item_id_fkey FOREIGN KEY (community_id, work_item_id) REFERENCES work_item(community_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table privacy_request add constraint privacy_request_kind_check CHECK ((kind = ANY (ARRAY['correction'::text, 'deletion'::text])));
alter table privacy_request add constraint privacy_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table privacy_request add constraint privacy_request_pkey PRIMARY KEY (community_id, id);
alter table proof_of_life add constraint proof_of_life_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table proof_of_life add constraint proof_of_life_pkey PRIMARY KEY (community_id, person_id);
alter table proof_of_life add constraint proof_of_life_way_check CHECK ((way = ANY (ARRAY['self'::text, 'family'::text, 'visit'::text])));
alter table proof_of_life_done add constraint proof_of_life_done_check CHECK (((evidence <> 'did_it_myself'::text) OR (recorded_as = 'person'::text)));
alter table proof_of_life_done add constraint proof_of_life_done_check1 CHECK (((evidence = 'visitor_was_there'::text) = (recorded_as = 'visitor'::text)));
alter table proof_of_life_done add constraint proof_of_life_done_community_id_person_id_fkey FOREIGN KEY (community_id, person_id) REFERENCES proof_of_life(community_id, person_id);
alter table proof_of_life_done add constraint proof_of_life_done_evidence_check CHECK ((evidence = ANY (ARRAY['did_it_myself'::text, 'was_there'::text, 'app_says_so'::text, 'visitor_was_there'::text, 'told_by_person'::text])));
alter table proof_of_life_done add constraint proof_of_life_done_pkey PRIMARY KEY (community_id, id);
alter table proof_of_life_done add constraint proof_of_life_done_recorded_as_check CHECK ((recorded_as = ANY (ARRAY['person'::text, 'proxy'::text, 'counter'::text, 'visitor'::text])));
alter table proof_of_life_done add constraint proof_of_life_done_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id);
alter table proof_reminder add constraint proof_reminder_community_id_person_id_fkey FOREIGN KEY (community_id, person_id) REFERENCES proof_of_life(community_id, person_id);
alter table proof_reminder add constraint proof_reminder_days_before_check CHECK ((days_before > 0));
alter table proof_reminder add constraint proof_reminder_pkey PRIMARY KEY (community_id, person_id, due_on, days_before);
alter table proxy_act add constraint proxy_act_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id);
alter table proxy_act add constraint proxy_act_check CHECK (((grant_id IS NULL) OR (assist_session_id IS NULL)));
alter table proxy_act add constraint proxy_act_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES proxy_grant(id);
alter table proxy_act add constraint proxy_act_pkey PRIMARY KEY (id);
alter table proxy_act add constraint proxy_act_principal_id_fkey FOREIGN KEY (principal_id) REFERENCES person(id);
alter table proxy_grant add constraint proxy_grant_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES person(id);
alter table proxy_grant add constraint proxy_grant_check CHECK ((agent_id <> principal_id));
alter table proxy_grant add constraint proxy_grant_check1 CHECK (((record <> ALL (ARRAY['active'::text, 'refused'::text])) OR (agent_id IS NOT NULL)));
alter table proxy_grant add constraint proxy_grant_check2 CHECK (((record <> 'active'::text) OR (freedom = 'free'::text)));
alter table proxy_grant add constraint proxy_grant_check3 CHECK (((record = 'revoked'::text) = (ended_by IS NOT NULL)));
alter table proxy_grant add constraint proxy_grant_ended_by_check CHECK ((ended_by = ANY (ARRAY['principal'::text, 'agent'::text, 'counter'::text])));
alter table proxy_grant add constraint proxy_grant_freedom_check CHECK ((freedom = ANY (ARRAY['free'::text, 'pressed'::text, 'unsure'::text])));
alter table proxy_grant add constraint proxy_grant_pkey PRIMARY KEY (id);
alter table proxy_grant add constraint proxy_grant_principal_id_fkey FOREIGN KEY (principal_id) REFERENCES person(id);
alter table proxy_grant add constraint proxy_grant_record_check CHECK ((record = ANY (ARRAY['offered'::text, 'active'::text, 'refused'::text, 'revoked'::text, 'expired'::text])));
alter table proxy_grant add constraint proxy_grant_relationship_check CHECK ((relationship = ANY (ARRAY['child'::text, 'spouse'::text, 'relative'::text, 'neighbour'::text, 'volunteer'::text, 'other'::text])));
alter table proxy_grant add constraint proxy_grant_witnessed_by_fkey FOREIGN KEY (witnessed_by) REFERENCES person(id);
alter table rate_limit add constraint rate_limit_pkey PRIMARY KEY (key);
alter table receipt_counter add constraint receipt_counter_pkey PRIMARY KEY (community_id, day);
alter table reply_template add constraint reply_template_pkey PRIMARY KEY (community_id, id, version);
alter table reply_template add constraint reply_template_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES person(id);
alter table resident_fact add constraint resident_fact_check CHECK (((verified_by IS NULL) = (verified_on IS NULL)));
alter table resident_fact add constraint resident_fact_check1 CHECK (((verified_on IS NULL) = (evidence IS NULL)));
alter table resident_fact add constraint resident_fact_check2 CHECK (((verified_until IS NULL) OR (verified_on IS NOT NULL)));
alter table resident_fact add constraint resident_fact_check3 CHECK (((ended_on IS NULL) = (ended_because IS NULL)));
alter table resident_fact add constraint resident_fact_check4 CHECK (((refusal IS NOT NULL) = (NOT (ended_because IS DISTINCT FROM 'refused'::text))));
alter table resident_fact add constraint resident_fact_check5 CHECK (((sealed_value IS NULL) = (NOT (ended_because IS DISTINCT FROM 'withdrawn'::text))));
alter table resident_fact add constraint resident_fact_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES person(id);
alter table resident_fact add constraint resident_fact_ended_because_check CHECK ((ended_because = ANY (ARRAY['withdrawn'::text, 'corrected'::text, 'refused'::text])));
alter table resident_fact add constraint resident_fact_evidence_check CHECK ((evidence = ANY (ARRAY['id_card'::text, 'household_register'::text, 'disability_certificate'::text, 'employment_letter'::text, 'lease'::text, 'home_visit'::text, 'own_word'::text])));
alter table resident_fact add constraint resident_fact_kind_check CHECK ((kind = ANY (ARRAY['birth_date'::text, 'residence'::text, 'workplace'::text, 'disability'::text, 'limited_mobility'::text, 'living_alone'::text, 'language'::text])));
alter table resident_fact add constraint resident_fact_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table resident_fact add constraint resident_fact_pkey PRIMARY KEY (id);
alter table resident_fact add constraint resident_fact_refusal_check CHECK ((refusal = ANY (ARRAY['evidence_missing'::text, 'does_not_match'::text, 'not_this_community'::text])));
alter table resident_fact add constraint resident_fact_verified_by_fkey FOREIGN KEY (verified_by) REFERENCES person(id);
alter table role_assignment add constraint role_assignment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table role_assignment add constraint role_assignment_person_id_role_community_id_grid_cell_id_un_key UNIQUE NULLS NOT DISTINCT (person_id, role, community_id, grid_cell_id, unit_id);
alter table role_assignment add constraint role_assignment_role_check CHECK ((role = ANY (ARRAY['resident'::text, 'grid_worker'::text, 'grid_leader'::text, 'community_staff'::text, 'subdistrict_staff'::text, 'department_staff'::text, 'mediation_committee'::text, 'mediator'::text, 'kitchen'::text, 'childcare_worker'::text, 'visiting_worker'::text, 'admin'::text])));
alter table saved_view add constraint saved_view_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table saved_view add constraint saved_view_pkey PRIMARY KEY (person_id, id);
alter table session add constraint session_by_wechat CHECK (((method = 'wechat'::text) = (wechat_account_id IS NOT NULL)));
alter table session add constraint session_id_key UNIQUE (id);
alter table session add constraint session_method_check CHECK ((method = ANY (ARRAY['wechat'::text, 'phone_code'::text, 'invitation'::text, 'demo'::text])));
alter table session add constraint session_of_case CHECK (((case_id IS NULL) = (case_community_id IS NULL)));
alter table session add constraint session_of_case_reaches_no_desk CHECK (((case_id IS NULL) OR (NOT reaches_desk)));
alter table session add constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table session add constraint session_pkey PRIMARY KEY (token_hash);
alter table slot add constraint slot_capacity_check CHECK ((capacity >= 0));
alter table slot add constraint slot_check CHECK ((starts_at < ends_at));
alter table slot add constraint slot_check1 CHECK (((booked >= 0) AND (booked <= capacity)));
alter table slot add constraint slot_community_id_resource_id_service_on_kind_key UNIQUE (community_id, resource_id, service_on, kind);
alter table slot add constraint slot_pkey PRIMARY KEY (community_id, id);
alter table slot add constraint slot_service_check CHECK ((service = ANY (ARRAY['canteen'::text, 'childcare'::text, 'activities'::text])));
alter table slot_batch add constraint slot_batch_community_id_service_code_resource_id_kind_servi_key UNIQUE (community_id, service_code, resource_id, kind, service_on);
alter table slot_batch add constraint slot_batch_community_id_work_item_id_fkey FOREIGN KEY (community_id, work_item_id) REFERENCES work_item(community_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table slot_batch add constraint slot_batch_pkey PRIMARY KEY (community_id, id);
alter table slot_batch add constraint slot_batch_service_check CHECK ((service = ANY (ARRAY['canteen'::text, 'childcare'::text, 'activities'::text])));
alter table staff_invitation add constraint staff_invitation_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES person(id);
alter table staff_invitation add constraint staff_invitation_check CHECK (((accepted_by IS NULL) = (accepted_at IS NULL)));
alter table staff_invitation add constraint staff_invitation_check1 CHECK (((accepted_by IS NULL) = (desk_key IS NULL)));
alter table staff_invitation add constraint staff_invitation_check2 CHECK (((given_at IS NULL) OR (accepted_at IS NOT NULL)));
alter table staff_invitation add constraint staff_invitation_check3 CHECK (((given_at IS NULL) OR (withdrawn_at IS NULL)));
alter table staff_invitation add constraint staff_invitation_desk_key_check CHECK ((desk_key = ANY (ARRAY['wechat'::text, 'totp'::text])));
alter table staff_invitation add constraint staff_invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES person(id);
alter table staff_invitation add constraint staff_invitation_pkey PRIMARY KEY (id);
alter table staff_invitation add constraint staff_invitation_role_check CHECK ((role = ANY (ARRAY['grid_worker'::text, 'grid_leader'::text, 'community_staff'::text, 'subdistrict_staff'::text, 'department_staff'::text, 'mediation_committee'::text, 'mediator'::text, 'kitchen'::text, 'childcare_worker'::text, 'visiting_worker'::text, 'admin'::text])));
alter table staff_totp add constraint staff_totp_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table staff_totp add constraint staff_totp_person_id_key UNIQUE (person_id);
alter table staff_totp add constraint staff_totp_pkey PRIMARY KEY (id);
alter table standing_order add constraint standing_order_community_id_canteen_id_sitting_person_id_key UNIQUE (community_id, canteen_id, sitting, person_id);
alter table standing_order add constraint standing_order_fulfilment_check CHECK ((fulfilment = ANY (ARRAY['dine_in'::text, 'pick_up'::text, 'delivery'::text])));
alter table standing_order add constraint standing_order_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table standing_order add constraint standing_order_pkey PRIMARY KEY (community_id, id);
alter table standing_order add constraint standing_order_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES person(id);
alter table standing_order add constraint standing_order_sitting_check CHECK ((sitting = ANY (ARRAY['breakfast'::text, 'lunch'::text, 'dinner'::text])));
alter table standing_order_run add constraint standing_order_run_community_id_slot_id_fkey FOREIGN KEY (community_id, slot_id) REFERENCES slot(community_id, id);
alter table standing_order_run add constraint standing_order_run_outcome_check CHECK ((outcome = ANY (ARRAY['ordered'::text, 'waiting'::text, 'had_one'::text, 'refused'::text])));
alter table standing_order_run add constraint standing_order_run_pkey PRIMARY KEY (community_id, standing_order_id, slot_id);
alter table stored_file add constraint stored_file_check CHECK (((received_bytes >= 0) AND (received_bytes <= expected_bytes)));
alter table stored_file add constraint stored_file_check1 CHECK (((expires_at IS NULL) = (subject_id IS NOT NULL)));
alter table stored_file add constraint stored_file_check2 CHECK ((((subject_id IS NULL) = (community_id IS NULL)) AND ((subject_id IS NULL) = (subject_kind IS NULL)) AND ((subject_id IS NULL) = ("position" IS NULL))));
alter table stored_file add constraint stored_file_check3 CHECK (((subject_id IS NULL) OR (state = 'ready'::text)));
alter table stored_file add constraint stored_file_check4 CHECK (((state = 'receiving'::text) OR (media_type IS NOT NULL)));
alter table stored_file add constraint stored_file_expected_bytes_check CHECK ((expected_bytes > 0));
alter table stored_file add constraint stored_file_kind_check CHECK ((kind = ANY (ARRAY['photo'::text, 'voice'::text])));
alter table stored_file add constraint stored_file_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id);
alter table stored_file add constraint stored_file_pkey PRIMARY KEY (id);
alter table stored_file add constraint stored_file_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'ready'::text])));
alter table stored_file add constraint stored_file_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['report'::text, 'message'::text, 'work_before'::text, 'work_after'::text])));
alter table stored_file add constraint stored_file_transcribed_by_fkey FOREIGN KEY (transcribed_by) REFERENCES person(id);
alter table subscribe_answer add constraint subscribe_answer_answer_check CHECK ((answer = ANY (ARRAY['accept'::text, 'reject'::text, 'ban'::text, 'filter'::text])));
alter table subscribe_answer add constraint subscribe_answer_check CHECK (((source = 'phone'::text) = (tap IS NOT NULL)));
alter table subscribe_answer add constraint subscribe_answer_matched_id_fkey FOREIGN KEY (matched_id) REFERENCES subscribe_answer(id) ON DELETE SET NULL;
alter table subscribe_answer add constraint subscribe_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table subscribe_answer add constraint subscribe_answer_pkey PRIMARY KEY (id);
alter table subscribe_answer add constraint subscribe_answer_source_check CHECK ((source = ANY (ARRAY['phone'::text, 'event'::text])));
alter table subscribe_credit add constraint subscribe_credit_credits_check CHECK ((credits >= 0));
alter table subscribe_credit add constraint subscribe_credit_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table subscribe_credit add constraint subscribe_credit_pkey PRIMARY KEY (person_id, template_id);
alter table upload_chunk add constraint upload_chunk_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id) ON DELETE CASCADE;
alter table upload_chunk add constraint upload_chunk_pkey PRIMARY KEY (file_id, start_at);
alter table visit_round add constraint visit_round_community_id_visit_on_visitor_id_key UNIQUE (community_id, visit_on, visitor_id);
alter table visit_round add constraint visit_round_community_id_work_item_id_fkey FOREIGN KEY (community_id, work_item_id) REFERENCES work_item(community_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table visit_round add constraint visit_round_pkey PRIMARY KEY (community_id, id);
alter table visit_round add constraint visit_round_visitor_id_fkey FOREIGN KEY (visitor_id) REFERENCES person(id);
alter table volunteer_membership add constraint volunteer_membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table volunteer_membership add constraint volunteer_membership_pkey PRIMARY KEY (community_id, team_id, person_id);
alter table wechat_account add constraint wechat_account_open_id_hash_key UNIQUE (open_id_hash);
alter table wechat_account add constraint wechat_account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table wechat_account add constraint wechat_account_pkey PRIMARY KEY (id);
alter table wechat_push add constraint wechat_push_digest_key UNIQUE (digest);
alter table wechat_push add constraint wechat_push_pkey PRIMARY KEY (id);
alter table wechat_token add constraint wechat_token_app_id_key UNIQUE (app_id);
alter table wechat_token add constraint wechat_token_pkey PRIMARY KEY (id);
alter table work_item add constraint work_item_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES person(id);
alter table work_item add constraint work_item_check CHECK (((state = 'closed'::text) = (outcome IS NOT NULL)));
alter table work_item add constraint work_item_check1 CHECK (((state = ANY (ARRAY['dispatched'::text, 'accepted'::text])) <= (assignee_id IS NOT NULL)));
alter table work_item add constraint work_item_check2 CHECK (((pause IS NOT NULL) = (paused_at IS NOT NULL)));
alter table work_item add constraint work_item_check3 CHECK (((NOT (pause IS DISTINCT FROM 'suspended'::text)) = ((suspended_until IS NOT NULL) AND (suspension_reason IS NOT NULL))));
alter table work_item add constraint work_item_check4 CHECK ((NOT (referred_queue_id = ANY (barred_queue_ids))));
alter table work_item add constraint work_item_check5 CHECK (((NOT (outcome IS DISTINCT FROM 'merged'::text)) = (merged_into_id IS NOT NULL)));
alter table work_item add constraint work_item_community_id_merged_into_id_fkey FOREIGN KEY (community_id, merged_into_id) REFERENCES work_item(community_id, id);
alter table work_item add constraint work_item_community_id_parent_id_fkey FOREIGN KEY (community_id, parent_id) REFERENCES work_item(community_id, id);
alter table work_item add constraint work_item_community_id_receipt_number_key UNIQUE (community_id, receipt_number);
alter table work_item add constraint work_item_confidentiality_check CHECK ((confidentiality = ANY (ARRAY['ordinary'::text, 'confidential'::text])));
alter table work_item add constraint work_item_config_hash_fkey FOREIGN KEY (config_hash) REFERENCES config_version(hash);
alter table work_item add constraint work_item_filed_by_id_fkey FOREIGN KEY (filed_by_id) REFERENCES person(id);
alter table work_item add constraint work_item_filed_for_somebody CHECK (((requester_id IS NOT NULL) OR (filed_by_id IS NULL)));
alter table work_item add constraint work_item_former_handler_id_fkey FOREIGN KEY (former_handler_id) REFERENCES person(id);
alter table work_item add constraint work_item_open_children_check CHECK ((open_children >= 0));
alter table work_item add constraint work_item_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'not_ours'::text, 'withdrawn'::text, 'rejected'::text, 'merged'::text, 'converted'::text])));
alter table work_item add constraint work_item_pause_check CHECK ((pause = ANY (ARRAY['waiting_for_resident'::text, 'suspended'::text])));
alter table work_item add constraint work_item_pkey PRIMARY KEY (community_id, id);
alter table work_item add constraint work_item_priority_check CHECK (((priority >= 0) AND (priority <= 3)));
alter table work_item add constraint work_item_raised_by_check CHECK (((raised_by >= 0) AND (raised_by <= 3)));
alter table work_item add constraint work_item_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES person(id);
alter table work_item add constraint work_item_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'dispatched'::text, 'accepted'::text, 'resolved'::text, 'closed'::text])));
alter table work_item add constraint work_item_suspension_reason_check CHECK ((suspension_reason = ANY (ARRAY['materials'::text, 'weather'::text, 'another_unit'::text, 'season'::text, 'court'::text])));
alter table work_item_event add constraint work_item_event_acting_for_id_fkey FOREIGN KEY (acting_for_id) REFERENCES person(id);
alter table work_item_event add constraint work_item_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id);
alter table work_item_event add constraint work_item_event_community_id_work_item_id_fkey FOREIGN KEY (community_id, work_item_id) REFERENCES work_item(community_id, id);
alter table work_item_event add constraint work_item_event_from_state_check CHECK ((from_state = ANY (ARRAY['queued'::text, 'dispatched'::text, 'accepted'::text, 'resolved'::text, 'closed'::text])));
alter table work_item_event add constraint work_item_event_kind_check CHECK ((kind = ANY (ARRAY['enqueued'::text, 'claimed'::text, 'dispatched'::text, 'accepted'::text, 'returned'::text, 'transferred'::text, 'referred'::text, 'referral_accepted'::text, 'referral_refused'::text, 'invited'::text, 'asked'::text, 'answered'::text, 'suspended'::text, 'resumed'::text, 'split'::text, 'merged'::text, 'absorbed'::text, 'recategorised'::text, 'relocated'::text, 'escalated'::text, 'reminded'::text, 'converted'::text, 'resolved'::text, 'closed'::text, 'reopened'::text, 'withdrawn'::text, 'rated'::text, 'noted'::text, 'replied'::text, 'ran_late'::text, 'asked_again'::text, 'asked_to_rate'::text, 'followed_up'::text, 'redrawn'::text, 'bound'::text, 'raised'::text])));
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
alter table work_item_words add constraint work_item_words_community_id_work_item_id_fkey FOREIGN KEY (community_id, work_item_id) REFERENCES work_item(community_id, id);
alter table work_item_words add constraint work_item_words_pkey PRIMARY KEY (community_id, work_item_id);

CREATE INDEX assist_session_by_id ON public.assist_session USING btree (id);
CREATE INDEX assist_session_of ON public.assist_session USING btree (resident_id, id DESC);
CREATE UNIQUE INDEX assist_session_open ON public.assist_session USING btree (staff_id) WHERE (ended_at IS NULL);
CREATE INDEX booking_event_of ON public.booking_event USING btree (community_id, booking_id, id);
CREATE INDEX booking_expiring ON public.booking USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX booking_of_person ON public.booking USING btree (community_id, person_id, id);
CREATE INDEX booking_of_person_by_time ON public.booking USING btree (person_id, lower(during), id);
CREATE UNIQUE INDEX booking_once ON public.booking USING btree (community_id, slot_id, subject_id) WHERE (state = ANY (ARRAY['held'::text, 'booked'::text, 'waitlisted'::text, 'offered'::text, 'served'::text, 'no_show'::text]));
CREATE INDEX booking_over ON public.booking USING btree (upper(during)) WHERE (state = 'booked'::text);
CREATE INDEX booking_waiting ON public.booking USING btree (community_id, slot_id) WHERE (state = 'waitlisted'::text);
CREATE INDEX call_attempt_by_call ON public.call_attempt USING btree (community_id, call_id, id);
CREATE INDEX call_due ON public.call USING btree (community_id, due_on, id) WHERE (closed_at IS NULL);
CREATE INDEX call_line_by_call ON public.call_line USING btree (community_id, call_id, id);
CREATE UNIQUE INDEX call_open ON public.call USING btree (community_id, person_id) WHERE (closed_at IS NULL);
CREATE INDEX case_due_next ON public.case_due USING btree (due_at) WHERE (done_at IS NULL);
CREATE INDEX case_event_of ON public.case_event USING btree (community_id, case_id, id);
CREATE INDEX case_follow_up_of ON public.case_follow_up USING btree (community_id, case_id, due_on);
CREATE INDEX case_message_of ON public.case_message USING btree (community_id, case_id, id);
CREATE INDEX case_party_of_person ON public.case_party USING btree (person_id, case_id);
CREATE INDEX case_proposal_of ON public.case_proposal USING btree (community_id, case_id, id);
CREATE INDEX case_read_of ON public.case_read USING btree (community_id, case_id, id);
CREATE INDEX case_session_of ON public.case_session USING btree (community_id, case_id, held_at);
CREATE INDEX child_of ON public.child USING btree (community_id, guardian_id, id) WHERE (removed_at IS NULL);
CREATE INDEX child_pick_up_of ON public.child_pick_up USING btree (community_id, child_id, id);
CREATE INDEX child_read_of ON public.child_read USING btree (community_id, child_id, id);
CREATE INDEX childcare_booking_here ON public.childcare_booking USING btree (community_id, id) WHERE ((arrived_at IS NOT NULL) AND (picked_up_at IS NULL) AND (not_picked_up_item_id IS NULL));
CREATE INDEX confidential_read_of ON public.confidential_read USING btree (person_id, id DESC) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX consent_in_force ON public.consent USING btree (person_id, purpose) WHERE (withdrawn_at IS NULL);
CREATE INDEX consent_withdrawn ON public.consent USING btree (withdrawn_at) WHERE (withdrawn_at IS NOT NULL);
CREATE INDEX follow_up_done ON public.follow_up USING btree (queue_id, id DESC) WHERE (result IS NOT NULL);
CREATE INDEX follow_up_open ON public.follow_up USING btree (queue_id, due_on, id) WHERE ((result IS NULL) AND (NOT is_cancelled));
CREATE UNIQUE INDEX held_content_current ON public.held_content USING btree (community_id, subject_id, kind, COALESCE(file_id, subject_id)) WHERE (ended_at IS NULL);
CREATE INDEX held_content_decided ON public.held_content USING btree (community_id, decided_at DESC, id DESC) WHERE ((decided_by IS NOT NULL) AND (ended_at IS NULL));
CREATE INDEX held_content_due ON public.held_content USING btree (answer_due_at) WHERE ((state = 'asked'::text) AND (ended_at IS NULL));
CREATE INDEX held_content_waiting ON public.held_content USING btree (community_id, id) WHERE ((state = 'waiting'::text) AND (ended_at IS NULL));
CREATE INDEX home_visit_event_of ON public.home_visit_event USING btree (community_id, visit_id, id);
CREATE INDEX home_visit_event_of_visitor ON public.home_visit_event USING btree (community_id, visit_id, visitor_id) WHERE (visitor_id IS NOT NULL);
CREATE INDEX home_visit_of ON public.home_visit USING btree (community_id, person_id, id);
CREATE INDEX home_visit_of_round ON public.home_visit USING btree (community_id, visit_on, visitor_id, from_minute);
CREATE UNIQUE INDEX home_visit_open ON public.home_visit USING btree (community_id, person_id) WHERE (state = ANY (ARRAY['requested'::text, 'planned'::text, 'not_at_home'::text, 'needs_hospital'::text]));
CREATE INDEX home_visit_outcome_of ON public.home_visit_outcome USING btree (community_id, visit_id, id);
CREATE UNIQUE INDEX home_visit_outcome_that_counts ON public.home_visit_outcome USING btree (community_id, visit_id, planning, ((outcome = 'not_at_home'::text))) WHERE (standing = 'counts'::text);
CREATE UNIQUE INDEX household_member_now ON public.household_member USING btree (person_id) WHERE (left_at IS NULL);
CREATE INDEX idempotency_key_by_age ON public.idempotency_key USING btree (created_at);
CREATE INDEX inbox_message_by_person ON public.inbox_message USING btree (person_id, id DESC);
CREATE INDEX issue_by_team ON public.issue USING btree (community_id, team_id) WHERE (team_id IS NOT NULL);
CREATE INDEX issue_public ON public.issue USING btree (community_id, id DESC) WHERE ((visibility = 'public'::text) AND (withdrawn_at IS NULL) AND (public_state = 'shown'::text));
CREATE INDEX issue_public_at_place ON public.issue USING btree (community_id, service_code, place_id) WHERE ((visibility = 'public'::text) AND (withdrawn_at IS NULL) AND (public_state = 'shown'::text));
CREATE INDEX issue_public_near ON public.issue USING btree (community_id, service_code, lat, lng) WHERE ((visibility = 'public'::text) AND (withdrawn_at IS NULL) AND (public_state = 'shown'::text));
CREATE INDEX issue_work_by_issue ON public.issue_work USING btree (community_id, issue_id);
CREATE INDEX meal_order_by_code ON public.meal_order USING btree (community_id, pick_up_code, service_on);
CREATE INDEX meal_order_of_person ON public.meal_order USING btree (community_id, person_id, service_on);
CREATE INDEX meal_order_of_slot ON public.meal_order USING btree (community_id, slot_id);
CREATE INDEX meal_subsidy_of_order ON public.meal_subsidy USING btree (community_id, order_id);
CREATE INDEX media_check_by_age ON public.media_check USING btree (created_at);
CREATE INDEX mediation_case_of_mediator ON public.mediation_case USING btree (community_id, mediator_id) WHERE (mediator_id IS NOT NULL);
CREATE INDEX menu_dish_of_slot ON public.menu_dish USING btree (community_id, slot_id, "position");
CREATE INDEX message_delivery_named ON public.message_delivery USING btree (wechat_message_id) WHERE (wechat_message_id IS NOT NULL);
CREATE INDEX message_delivery_of_inbox ON public.message_delivery USING btree (inbox_message_id);
CREATE INDEX message_delivery_of_person ON public.message_delivery USING btree (person_id, template_id, changed_at) WHERE (wechat_message_id IS NULL);
CREATE INDEX message_delivery_old ON public.message_delivery USING btree (created_at);
CREATE INDEX message_delivery_sending ON public.message_delivery USING btree (person_id) WHERE (state = 'sending'::text);
CREATE INDEX message_delivery_stuck ON public.message_delivery USING btree (community_id, stuck_at) WHERE (stuck_at IS NOT NULL);
CREATE INDEX message_delivery_to_call ON public.message_delivery USING btree (call_at) WHERE ((call_at IS NOT NULL) AND (called_at IS NULL) AND (NOT is_unreachable));
CREATE INDEX message_delivery_waiting ON public.message_delivery USING btree (next_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX not_ours_entry_newest ON public.not_ours_entry USING btree (community_id, registered_at DESC, work_item_id);
CREATE INDEX one_time_code_by_subject ON public.one_time_code USING btree (subject_id) WHERE (used_at IS NULL);
CREATE INDEX person_contact_by_name ON public.person_contact USING btree (name_hash) WHERE (name_hash IS NOT NULL);
CREATE INDEX person_contact_by_phone ON public.person_contact USING btree (phone_hash) WHERE (phone_hash IS NOT NULL);
CREATE UNIQUE INDEX person_contact_verified ON public.person_contact USING btree (phone_hash) WHERE (phone_verified_at IS NOT NULL);
CREATE INDEX phone_code_of ON public.phone_code USING btree (phone_hash, created_at DESC);
CREATE INDEX privacy_request_of ON public.privacy_request USING btree (person_id, id DESC);
CREATE INDEX proof_of_life_done_of ON public.proof_of_life_done USING btree (community_id, person_id, done_on DESC, id DESC);
CREATE INDEX proxy_act_by ON public.proxy_act USING btree (actor_id, id DESC);
CREATE INDEX proxy_act_for ON public.proxy_act USING btree (principal_id, id DESC);
CREATE INDEX proxy_grant_by_agent ON public.proxy_grant USING btree (agent_id, id DESC) WHERE (agent_id IS NOT NULL);
CREATE INDEX proxy_grant_by_principal ON public.proxy_grant USING btree (principal_id, id DESC);
CREATE UNIQUE INDEX proxy_grant_one_each ON public.proxy_grant USING btree (agent_id, principal_id) WHERE (record = 'active'::text);
CREATE INDEX proxy_grant_to_review ON public.proxy_grant USING btree (review_on) WHERE ((record = 'active'::text) AND (NOT is_review_told));
CREATE INDEX resident_fact_by_person ON public.resident_fact USING btree (person_id, kind);
CREATE UNIQUE INDEX resident_fact_one_claim ON public.resident_fact USING btree (person_id, kind) WHERE ((verified_on IS NULL) AND (ended_on IS NULL));
CREATE UNIQUE INDEX resident_fact_one_verified ON public.resident_fact USING btree (person_id, kind) WHERE ((verified_on IS NOT NULL) AND (ended_on IS NULL));
CREATE INDEX role_assignment_grid_worker ON public.role_assignment USING btree (community_id, grid_cell_id) WHERE (role = 'grid_worker'::text);
CREATE INDEX session_by_case ON public.session USING btree (case_community_id, case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX session_by_person ON public.session USING btree (person_id);
CREATE INDEX slot_batch_unfinished ON public.slot_batch USING btree (due_at) WHERE (finished_at IS NULL);
CREATE INDEX slot_by_cutoff ON public.slot USING btree (service, cutoff_at) WHERE is_open;
CREATE INDEX slot_by_day ON public.slot USING btree (community_id, service, service_on);
CREATE INDEX staff_invitation_accepted ON public.staff_invitation USING btree (accepted_by);
CREATE INDEX standing_order_of_person ON public.standing_order USING btree (community_id, person_id);
CREATE INDEX stored_file_by_subject ON public.stored_file USING btree (community_id, subject_kind, subject_id, "position") WHERE (subject_id IS NOT NULL);
CREATE INDEX stored_file_waiting ON public.stored_file USING btree (owner_id, expires_at) WHERE (subject_id IS NULL);
CREATE INDEX subscribe_answer_at ON public.subscribe_answer USING btree (at);
CREATE INDEX subscribe_answer_matched ON public.subscribe_answer USING btree (matched_id) WHERE (matched_id IS NOT NULL);
CREATE INDEX subscribe_answer_of_person ON public.subscribe_answer USING btree (person_id, template_id, at);
CREATE INDEX wechat_account_person ON public.wechat_account USING btree (person_id, last_seen_at DESC);
CREATE INDEX wechat_push_received ON public.wechat_push USING btree (received_at);
CREATE INDEX work_item_by_parent ON public.work_item USING btree (community_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX work_item_by_primary ON public.work_item USING btree (community_id, merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX work_item_by_requester ON public.work_item USING btree (requester_id, id DESC);
CREATE INDEX work_item_by_subject ON public.work_item USING btree (community_id, subject_id);
CREATE INDEX work_item_done_by_queue ON public.work_item USING btree (queue_id, state, id DESC) WHERE (state = ANY (ARRAY['resolved'::text, 'closed'::text]));
CREATE INDEX work_item_event_by_item ON public.work_item_event USING btree (community_id, work_item_id, id);
CREATE INDEX work_item_event_by_month ON public.work_item_event USING btree (community_id, created_at);
CREATE INDEX work_item_next_timer ON public.work_item USING btree (next_timer_at) WHERE (next_timer_at IS NOT NULL);
CREATE INDEX work_item_open_by_assignee ON public.work_item USING btree (assignee_id, ((- LEAST(3, ((priority + raised_by))::integer))), due_at, id) WHERE (state = ANY (ARRAY['dispatched'::text, 'accepted'::text]));
CREATE INDEX work_item_open_by_queue ON public.work_item USING btree (queue_id, ((- LEAST(3, ((priority + raised_by))::integer))), due_at, id) WHERE (state = ANY (ARRAY['queued'::text, 'dispatched'::text, 'accepted'::text]));
CREATE INDEX work_item_participating ON public.work_item USING gin (participating_queue_ids) WHERE ((state = ANY (ARRAY['queued'::text, 'dispatched'::text, 'accepted'::text])) AND (participating_queue_ids <> '{}'::text[]));
CREATE INDEX work_item_referred ON public.work_item USING btree (referred_queue_id, ((- LEAST(3, ((priority + raised_by))::integer))), due_at, id) WHERE ((referred_queue_id IS NOT NULL) AND (state = ANY (ARRAY['queued'::text, 'dispatched'::text, 'accepted'::text])));
CREATE INDEX work_item_supervising ON public.work_item USING gin (supervising_queue_ids) WHERE ((state = ANY (ARRAY['queued'::text, 'dispatched'::text, 'accepted'::text])) AND (supervising_queue_ids <> '{}'::text[]));
CREATE INDEX work_item_unclaimed ON public.work_item USING btree (queue_id, ((- LEAST(3, ((priority + raised_by))::integer))), due_at, id) WHERE (state = 'queued'::text);
CREATE INDEX work_item_words_found ON public.work_item_words USING gin (findable gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX work_item_words_newest ON public.work_item_words USING btree (work_item_id DESC);

CREATE TRIGGER work_item_event_append_only BEFORE DELETE OR UPDATE ON public.work_item_event FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
CREATE TRIGGER work_item_event_never_truncated BEFORE TRUNCATE ON public.work_item_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();
