-- What wrk sends. Arguments: "sets" or "gets", a file, how many requests, for sets how many in a row go to one account, a seed.
-- The file holds a token a line for sets, and a path and a token a line for gets. It ends after so many requests, not after a time, so that
-- workouts grow alike whoever is measured; wrk's own duration is only the longest it may take.
local ffi = require("ffi")
ffi.cdef [[
  typedef struct { long sec; long nsec; } moment;
  int clock_gettime(int clock, moment *now);
  int getpid(void);
  int kill(int process, int signal);
]]
local MONOTONIC, SIGINT = 1, 2
local exercises = { "squat", "bench-press", "deadlift", "overhead-press", "barbell-row" }
local reps = { 6, 9, 3, 12 }
local threads, lines, turns = {}, {}, {}
local mode, most, row, sent, began

local function clock()
  local now = ffi.new("moment")
  ffi.C.clock_gettime(MONOTONIC, now)
  return tonumber(now.sec) + tonumber(now.nsec) / 1e9
end

local function uuid()
  local r = math.random
  return string.format("%08x-%04x-7%03x-%04x-%06x%06x", r(0, 0xfffffff), r(0, 0xffff), r(0, 0xfff), r(0x8000, 0xbfff), r(0, 0xffffff), r(0, 0xffffff))
end

function setup(thread) table.insert(threads, thread) end

function init(arguments)
  mode, most, row = arguments[1], tonumber(arguments[3]), tonumber(arguments[4])
  math.randomseed(tonumber(arguments[5]))
  for line in io.lines(arguments[2]) do table.insert(lines, line) end
  -- wrk asks once before it starts, to see what a request looks like.
  sent, elapsed = -1, 0
end

local function set()
  local account = math.floor(sent / row) % #lines + 1
  local turn = turns[account] or 0
  turns[account] = turn + 1
  local body = string.format('{"id":"%s","exerciseId":"%s","load":{"value":%d,"unit":"kg"},"reps":%d}',
    uuid(), exercises[math.floor(turn / 4) % 5 + 1], 40 + turn * 7 % 60, reps[turn % 4 + 1])
  return wrk.format("POST", "/api/workouts/current/sets",
    { ["Authorization"] = "Bearer " .. lines[account], ["Content-Type"] = "application/json", ["Idempotency-Key"] = uuid() }, body)
end

local function get()
  local path, token = string.match(lines[sent % #lines + 1], "(%S+) (%S+)")
  return wrk.format("GET", path, { ["Authorization"] = "Bearer " .. token })
end

function request()
  if sent < 0 then
    sent = 0
    return wrk.format("GET", "/health/live")
  end
  began = began or clock()
  if sent == most then
    elapsed = clock() - began
    wrk.thread:stop()
    ffi.C.kill(ffi.C.getpid(), SIGINT)
  end
  local text = mode == "sets" and set() or get()
  sent = sent + 1
  return text
end

function done(summary, latency, requests)
  local seconds = threads[1]:get("elapsed")
  seconds = seconds > 0 and seconds or summary.duration / 1e6
  local errors = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  local e = summary.errors
  io.write(string.format("status %d connect %d read %d write %d timeout %d\n", e.status, e.connect, e.read, e.write, e.timeout))
  io.write(string.format('\nfigures {"requests": %d, "seconds": %.6f, "errors": %d, "p50": %.3f, "p99": %.3f}\n',
    summary.requests, seconds, errors, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
