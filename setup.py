"""The optional extensions: without a C compiler the package installs just as well and computes the same in Python."""

from setuptools import Extension, setup

EXTENSIONS = {
    "teletipo.runtime._kernel": "src/teletipo/runtime/_kernel.c",
    "teletipo._linear": "src/teletipo/_linear.c",
}

setup(
    ext_modules=[
        Extension(name, [source], optional=True, py_limited_api=True, extra_compile_args=["-O3"])
        for name, source in EXTENSIONS.items()
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
