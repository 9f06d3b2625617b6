stub = stub
