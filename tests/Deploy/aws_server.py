"""The real aws CLI, kept warm: each call is a fork of a process that has it loaded. Starting it anew costs a second each time.

Run with a socket's path it serves; `aws` beside it (made by the tests) is the client, which hands over its arguments, environment and files.
"""
import json
import os
import socket
import sys


def call(driver, request, files):
    for number, descriptor in enumerate(files[:3]):
        os.dup2(descriptor, number)
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    try:
        code = driver.main(request["arguments"])
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def serve(path):
    from awscli.clidriver import create_clidriver
    driver = create_clidriver()
    loader = driver.session.get_component("data_loader")
    for service in ("cloudformation", "sts", "ecr", "lambda", "rds", "s3", "secretsmanager"):
        loader.load_service_model(service, "service-2")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(16)
    print("ready", flush=True)
    while True:
        connection, _ = listener.accept()
        if os.fork() == 0:
            if os.fork() == 0:
                data, descriptors, _, _ = socket.recv_fds(connection, 1 << 20, 3)
                while not data.endswith(b"\n"):
                    data += connection.recv(1 << 20)
                code = call(driver, json.loads(data), descriptors)
                connection.sendall(str(code or 0).encode())
            os._exit(0)
        os.wait()
        connection.close()


CLIENT = """#!{python} -IS
import json, os, socket, sys
server = socket.socket(socket.AF_UNIX)
server.connect({path!r})
request = {{"arguments": sys.argv[1:], "environment": dict(os.environ), "folder": os.getcwd()}}
data = (json.dumps(request) + "\\n").encode()
socket.send_fds(server, [data], [0, 1, 2])
answer = server.recv(16)
sys.exit(int(answer) if answer else 255)
"""


if __name__ == "__main__":
    serve(sys.argv[1])
