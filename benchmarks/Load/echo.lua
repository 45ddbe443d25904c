wrk.method, wrk.body, wrk.headers["Content-Type"] = "POST", '{"text":"hello"}', "application/json"
