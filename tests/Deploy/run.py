"""Runs the tests here and prints how many passed and failed; what failed goes to the other stream."""
import os
import unittest

os.chdir(os.path.dirname(os.path.abspath(__file__)))
result = unittest.TextTestRunner(verbosity=1).run(unittest.defaultTestLoader.discover("."))
failed = len(result.failures) + len(result.errors)
print(max(result.testsRun - failed, 0), failed)
